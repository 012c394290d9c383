import type { SiteAdapter } from '@/lib/sites/site-adapter';
import type { PageObserver } from './observe';
import type { Painter } from './painter';
import { type PageSurvey, Survey } from './survey';
import type { World } from './world';

/** How this page is to be read; `undefined`: it is not, or not yet. */
export function surveyFor(
  adapter: SiteAdapter | undefined,
  world: World,
  observer: PageObserver,
  painter: Painter,
): PageSurvey | undefined {
  const { page } = world;
  const isOwn = (node: Node) => painter.isOwn(node);
  const own = adapter && new Survey(page, adapter, isOwn);
  if (!world.complete) return own;
  const wake = () => observer.request();
  return world.complete(own, { page, isOwn, wake, include: (root) => observer.include(root) });
}
