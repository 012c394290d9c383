import { SiteRunner } from './site-runner';
import { type Complete, realWorld, type World } from './world';

/** Starts Holdfast in this page. `siteFor`: the sites this script knows; `complete`: how it reads all other pages. */
export function runSite(siteFor: World['siteFor'], complete?: Complete): void {
  new SiteRunner(realWorld(siteFor, complete)).start();
}
