import { paths } from '@/lib/paths';

/** Every path of the product's API that takes a POST, as its own OpenAPI document has them, with the id put in. */
export async function postsOfApi(url: string, rolloutId: string): Promise<string[]> {
  const answer = await fetch(`${url}${paths.api.openapi}`);
  const document = (await answer.json()) as { paths: Record<string, { post?: object }> };
  return Object.entries(document.paths)
    .filter(([, operations]) => operations.post !== undefined)
    .map(([path]) => path.replace('{id}', rolloutId))
    .sort();
}
