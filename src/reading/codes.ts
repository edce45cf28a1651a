// The codes and named statutes that conventions cite, by the words that name them.
import { words } from './patterns.ts'

/** Full name of a code (flattened), and the short form under which it is filed. Longest names first. */
export const codeNames: readonly (readonly [RegExp, string])[] = [
  [/^code (?:de (?:la )?|des )constructions? et (?:de |des )(?:l')?habitations?/, 'CCH'],
  [/^code general des collectivites territoriales/, 'CGCT'],
  [/^code general de la propriete des personnes publiques/, 'CGPPP'],
  [/^code general des impots/, 'CGI'],
  [/^code general de la fonction publique/, 'CGFP'],
  [/^code (?:de )?l'urbanisme/, 'CU'],
  [/^code (?:de )?commerce/, 'C.com'],
  [/^code (?:de )?(?:la )?commande publique/, 'CCP'],
  [/^code (?:de )?l'environnement/, 'C.env'],
  [/^code (?:de )?l'energie/, 'C.ener'],
  [/^code (?:du )?patrimoine/, 'C.patr'],
  [/^code (?:du )?travail/, 'C.trav'],
  [/^code (?:du )?tourisme/, 'C.tour'],
  [/^code (?:de la )?sante publique/, 'CSP'],
  [/^code (?:de )?(?:l')?action sociale et des familles/, 'CASF'],
  [/^code (?:de la )?propriete intellectuelle/, 'CPI'],
  [/^code (?:de )?justice administrative/, 'CJA'],
  [/^code (?:des )?relations entre le public et l'administration/, 'CRPA'],
  [/^code rural(?: et de la peche maritime)?/, 'CRPM'],
  [/^code monetaire et financier/, 'CMF'],
  [/^code (?:des )?juridictions financieres/, 'CJF'],
  [/^code (?:de la )?securite sociale/, 'CSS'],
  [/^code (?:de )?l'education/, 'C.educ'],
  [/^code (?:des )?transports/, 'C.transp'],
  [/^code (?:de la )?voirie routiere/, 'CVR'],
  [/^code (?:de )?l'expropriation[a-z' ]{0,40}/, 'C.expr'],
  [/^code (?:de la )?securite interieure/, 'CSI'],
  [/^code civil/, 'C.civ'],
  [/^code penal/, 'C.pen'],
  [/^cch(?![a-z])/, 'CCH'], [/^cgct(?![a-z])/, 'CGCT'], [/^cgppp(?![a-z])/, 'CGPPP'], [/^cg3p(?![a-z0-9])/, 'CGPPP'], [/^cgi(?![a-z])/, 'CGI'],
  [/^c\. ?urb\.?/, 'CU'], [/^cu(?![a-z])/, 'CU'], [/^c\. ?com\.?/, 'C.com'], [/^ccp(?![a-z])/, 'CCP'],
    [/^crpa(?![a-z])/, 'CRPA'], [/^cja(?![a-z])/, 'CJA'], [/^casf(?![a-z])/, 'CASF'],
]

/** How the words for a code or its short form begin; the table above says which one it is. */
export const codeStart = words`
  (?:code (?:general |rural|civil|penal|monetaire|de |des |du |d'|l'|construction|urbanisme|commerce)|cch(?![a-z])|cgct(?![a-z])|cgppp(?![a-z])|cg3p
  |cgi(?![a-z])|c\. ?urb|c\. ?com|ccp(?![a-z])|crpa(?![a-z])|cja(?![a-z])|casf(?![a-z])|cu(?![a-z]))`

/** Statutes known by a nickname; after `loi` only. */
export const nicknames = words`
  (?:elan|3ds|alur|notre|maptam|sru|climat et resilience|climat|egalite et citoyennete|lamy|pinel|malraux|mop|borloo|boutin|engagement et proximite
  |huwart|zan|littoral|montagne|laurent|industrie verte|grenelle(?: ii?)?|handicap|informatique et libertes|lom|agec|energie[- ]climat|denormandie
  |courson|lcap|lec|barnier|sapin ii?|transition energetique|aper|solidarite et renouvellement urbain)`
