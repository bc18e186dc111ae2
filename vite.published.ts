import type { Plugin } from 'vite';

/**
 * What a page on its way to others says of its place: whoever shows a shared link needs whole addresses. `site` is the
 * address that it is published at, with a slash at its end; without one the page does not claim any.
 */
export function published(site: string | undefined): Plugin {
  return {
    name: 'published',
    transformIndexHtml(html) {
      if (!site) return html;
      const { href } = new URL(site);
      const picture = html.replace(
        'content="./preview.png"',
        `content="${new URL('preview.png', href).href}"`,
      );
      const tags = [
        { tag: 'link', attrs: { rel: 'canonical', href }, injectTo: 'head' as const },
        { tag: 'meta', attrs: { property: 'og:url', content: href }, injectTo: 'head' as const },
      ];
      return { html: picture, tags };
    },
  };
}
