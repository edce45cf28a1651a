// One statement on a connection of its own, as whoever the connection says: to look, or to tamper, from outside the program.
import pg from 'pg'

export async function ask<Row extends pg.QueryResultRow>(connection: pg.ClientConfig, statement: string): Promise<readonly Row[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
