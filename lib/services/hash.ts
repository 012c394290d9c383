const idBytes = 16;

/**
 * A short id out of a text: the first 128 bits of its SHA-256. Made before a transaction begins, because waiting for
 * the digest inside one would end it.
 */
export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = new Uint8Array(digest, 0, idBytes);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
