// The worked example of the manual on files of addresses: what goes in, and what comes out, word for word; a test runs the command on it.

export const effectsPoints = `id,lon,lat,insee
mairie,2.8320,50.4290,62498
zone,2.8100,50.4200,62498
cite,2.7250,50.4450,62186
sans-place,,50.4450,62186`

export const effectsSectors = `{"type": "FeatureCollection", "features": [
  {"type": "Feature",
   "properties": {"id": "lens-centre", "commune": "62498", "townCentre": true, "validFrom": "2019-02-15"},
   "geometry": {"type": "Polygon", "coordinates": [[[2.825, 50.425], [2.840, 50.425], [2.840, 50.435], [2.825, 50.435], [2.825, 50.425]]]}},
  {"type": "Feature",
   "properties": {"id": "bully-cite", "commune": "62186", "townCentre": false, "validFrom": "2019-02-15"},
   "geometry": {"type": "Polygon", "coordinates": [[[2.720, 50.440], [2.730, 50.440], [2.730, 50.450], [2.720, 50.450], [2.720, 50.440]]]}}
]}`

export const effectsConventions = `{"communes": [
  {"insee": "62498", "inForceFrom": "2019-02-15"},
  {"insee": "62186", "inForceFrom": "2019-02-15", "inForceTo": "2029-02-14"}
]}`

export const effectsCommand =
  'bin/chapeau effects adresses.csv --sectors secteurs.geojson --conventions conventions.json --on 2026-11-23 > effets.csv'

/** The first columns of the answer, without the profile, whose name depends on the catalogue of levers. */
export const effectsAnswer = `id,sector,version
mairie,lens-centre,2019-02-15
zone,,
cite,bully-cite,2019-02-15
sans-place,,`

export const effectsSays = 'ligne 5 : la longitude n’est pas un nombre'
