/** The process answers. Asks nothing else, so that a database that is away does not get the server restarted. */
export function GET(): Response {
  return Response.json({ status: 'lever' }, { headers: { 'cache-control': 'no-store' } });
}
