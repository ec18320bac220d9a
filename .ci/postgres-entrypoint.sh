#!/bin/sh
# The part of the official image's entry point that tests rely on: the account, database and authentication of the
# environment variables, the same two "ready" lines, the server as process 1.
set -eu
[ "${1#-}" = "$1" ] || set -- postgres "$@"
[ "$1" = postgres ] || exec "$@"
shift
bin=/usr/local/pgsql/bin
: "${PGDATA:=/var/lib/postgresql/data}" "${POSTGRES_USER:=postgres}" "${POSTGRES_HOST_AUTH_METHOD:=scram-sha-256}"
: "${POSTGRES_DB:=$POSTGRES_USER}"
as_postgres() { /usr/local/bin/setpriv --reuid=70 --regid=70 --clear-groups "$@"; }
mkdir -p "$PGDATA"
chown -R postgres "$PGDATA" /var/run/postgresql
chmod 700 "$PGDATA"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -z "${POSTGRES_PASSWORD:-}" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
    echo 'Error: Database is uninitialized and superuser password is not specified.' >&2
    exit 1
  fi
  printf '%s\n' "${POSTGRES_PASSWORD:-unused}" >/tmp/password
  chown postgres /tmp/password
  # shellcheck disable=SC2086 # the arguments are meant to be split
  as_postgres "$bin/initdb" -D "$PGDATA" -U "$POSTGRES_USER" --pwfile=/tmp/password -E UTF8 --locale=C ${POSTGRES_INITDB_ARGS:-}
  rm -f /tmp/password
  echo "host all all all $POSTGRES_HOST_AUTH_METHOD" >>"$PGDATA/pg_hba.conf"
  as_postgres "$bin/pg_ctl" -D "$PGDATA" -o "-c listen_addresses='' -k /var/run/postgresql" -w start
  as_postgres "$bin/pg_ctl" -D "$PGDATA" -m fast -w stop
  if [ "$POSTGRES_DB" != postgres ]; then
    echo "CREATE DATABASE \"$POSTGRES_DB\"" >/tmp/database.sql
    as_postgres "$bin/postgres" --single -D "$PGDATA" postgres </tmp/database.sql
    rm /tmp/database.sql
  fi
  echo 'PostgreSQL init process complete; ready for start up.'
fi
exec /usr/local/bin/setpriv --reuid=70 --regid=70 --clear-groups \
  "$bin/postgres" -D "$PGDATA" -c listen_addresses='*' -k /var/run/postgresql "$@"
