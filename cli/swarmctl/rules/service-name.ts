/**
 * A name for a service that was given none.
 */

/** "registry.example/team/web:1" and "k3f9" → "web-k3f9": names hold letters, digits, "-" and "_". */
export function defaultServiceName(image: string, suffix: string): string {
  const last = image.split('@')[0]?.split('/').at(-1)?.split(':')[0] ?? '';
  const base = last
    .replaceAll(/[^a-zA-Z0-9_-]+/g, '-')
    .replace(/^[-_]+/, '')
    .replace(/[-_]+$/, '')
    .slice(0, 50);
  return `${base === '' ? 'service' : base}-${suffix}`;
}
