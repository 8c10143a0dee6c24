import { lagOpenapi } from '#lib/utfort-tid/api-view.ts';

/** The description of this API. It tells nothing of any kommune. */
export function GET(request: Request): Response {
  return Response.json(lagOpenapi(new URL(request.url).origin), { headers: { 'cache-control': 'public, max-age=300' } });
}
