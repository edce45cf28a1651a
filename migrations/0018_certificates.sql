-- What an operation answers to the public, and certificates: a question, its answer and a hash, kept for ever.

alter table operation add column answers_public_since timestamptz;

create table certificate (
  -- Public, unguessable: the address of the certificate.
  code text primary key check (code ~ '^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$'),
  -- The operation whose sectors answered; a certificate outlives every change of it.
  about uuid,
  issued_at timestamptz not null,
  on_day date not null,
  -- What was asked and what was answered, with sources, as canonical JSON text; the hash is of these bytes.
  content text not null,
  sha256 bytea not null check (length(sha256) = 32),
  -- Made of the form it was asked by and of its question: a form sent twice without an account makes one certificate.
  once bytea unique check (length(once) = 32)
);
create unique index certificate_by_hash on certificate (sha256);
create index certificate_of_operation on certificate (about, issued_at) where about is not null;
grant select, insert on certificate to chapeau_app;
