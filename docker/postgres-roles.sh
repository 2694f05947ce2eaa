#!/bin/sh
# Runs once, when the database is created: the role that owns the schemas and the one the API works with.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$NOCHE_OWNER_PASSWORD" --set app_password="$NOCHE_APP_PASSWORD" <<'SQL'
CREATE ROLE noche_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE noche_app LOGIN PASSWORD :'app_password';
CREATE DATABASE noche OWNER noche_owner;
REVOKE ALL ON DATABASE noche FROM PUBLIC;
GRANT CONNECT ON DATABASE noche TO noche_app;
SQL
