import { make } from './elements';

/**
 * The tokens of the design that a pill needs, as px and fixed colours: a page's `rem`, fonts and variables do not reach in
 * here. Each of fifty badges has all of them computed for itself.
 */
const tokens = `
*{box-sizing:border-box;--idle:var(--ink-2);--font:system-ui,"Segoe UI",Roboto,Arial,"Noto Sans",sans-serif}
.light{color-scheme:light;--line:#e6e2d9;--ink-2:#545d58;--brand:#0e5a53;--focus:#1a6fd6;--ok:#1d6b45;--ok-soft:#e2f2e8;--due:#855400;--due-soft:#fdf0d4;--over:#a5301b;--over-soft:#fde7e1;--fade:#5d4a8b;--fade-soft:#ece7f7;--owed:#17578f;--owed-soft:#e0edf9;--idle-soft:#eeece6}
.dark{color-scheme:dark;--line:#2f3633;--ink-2:#b4bdb8;--brand:#7cc9bd;--focus:#7db4ff;--ok:#85d3a6;--ok-soft:#173025;--due:#f0bd62;--due-soft:#372a11;--over:#ff9d88;--over-soft:#3d1d16;--fade:#c0aff0;--fade-soft:#2a2440;--owed:#8cc2f5;--owed-soft:#15293d;--idle-soft:#262c29}
button,a{margin:0;border:0;background:none;cursor:pointer;text-decoration:none}
:focus-visible{outline:2px solid var(--focus);outline-offset:-2px}
svg{width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round;flex:none}
.pill{display:inline-flex;gap:4px;align-items:center;height:20px;max-width:220px;padding:0 8px 0 6px;border-radius:20px;font:500 12px/20px var(--font);font-variant-numeric:tabular-nums;white-space:nowrap}
.pill[dir=rtl]{padding:0 6px 0 8px}
.pill svg{width:12px;height:12px}
.pill span{overflow:hidden;text-overflow:ellipsis}
.pill b{font-weight:600;border-inline-start:1px solid;padding-inline-start:5px;margin-inline-start:1px;line-height:10px}
.over{color:var(--over);background:var(--over-soft)}.due{color:var(--due);background:var(--due-soft)}.owed{color:var(--owed);background:var(--owed-soft)}.ok{color:var(--ok);background:var(--ok-soft)}.fade{color:var(--fade);background:var(--fade-soft)}.idle{color:var(--idle);background:var(--idle-soft)}
@keyframes in{from{opacity:0}}
@media (prefers-reduced-motion:reduce){*{animation:none!important}}
@media (forced-colors:active){.pill{border:1px solid}}
@media print{:host{display:none!important}}`;

/**
 * In a page our rules are `!important`, because then they win over the page's, inline ones too. The negative margins
 * let a 20 px pill stand in any line without making it higher; the host is inline, and a word joiner in it keeps the pill
 * on the line of the name.
 */
export const badgeStyle = `${tokens}
:host{all:initial!important;display:inline!important;flex:0 0 auto!important;align-self:center!important;margin-inline:0 8px!important;font-size:14px!important;line-height:0!important;white-space:nowrap!important}
:host::before{content:"\\2060"!important}
:host([data-holdfast~=after]){margin-inline:8px 0!important}
:host([data-holdfast~=over]) .pill{z-index:2}
.pill{position:relative;vertical-align:middle;margin-block:-4px}
.pill::before{content:"";position:absolute;inset:-2px 0}
.pill:hover{box-shadow:inset 0 0 0 1px currentColor}
.quiet{color:var(--ink-2);box-shadow:inset 0 0 0 1px var(--line)}
.quiet:hover{color:var(--brand)}
.fresh{animation:in 140ms}`;

export const panelStyle = `${tokens}
.light{--surface:#fff;--paper:#fbfaf7;--ink:#1d2421;--ink-3:#6b746f;--brand-ink:#fff;--brand-soft:#e1efec;--shadow:0 1px 2px rgb(29 36 33/.06),0 8px 24px rgb(29 36 33/.1)}
.dark{--surface:#1c211f;--paper:#141816;--ink:#eef1ef;--ink-3:#98a29d;--brand-ink:#0b2421;--brand-soft:#1d3330;--shadow:0 1px 2px rgb(0 0 0/.4),0 8px 24px rgb(0 0 0/.45)}
:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;z-index:2147483647!important}
section{position:fixed;width:320px;max-width:calc(100vw - 16px);max-height:calc(100vh - 16px);overflow:auto;overscroll-behavior:contain;background:var(--surface);color:var(--ink);border:1px solid var(--line);border-radius:10px;box-shadow:var(--shadow);padding:14px 16px;font:400 13px/18px var(--font);font-variant-numeric:tabular-nums;text-align:start;overflow-wrap:anywhere;animation:in 140ms}
section:focus{outline:none}
.still{animation:none}
p,h2,h3{margin:0;font:inherit}
.head{display:grid;grid-template-columns:40px 1fr auto;gap:0 10px;align-items:center}
.av{width:40px;height:40px;border-radius:50%;background:var(--brand-soft);color:var(--brand);display:grid;place-items:center;font-weight:600}
h2{font:600 15px/20px var(--font)}
h3,.soft,.who p{color:var(--ink-3);font:400 12px/16px var(--font)}
h2{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.who{min-width:0}
.who p{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.state{display:flex;gap:4px 8px;align-items:center;flex-wrap:wrap;margin-top:10px}
.why{margin-top:8px;color:var(--ink-2)}
h3{margin:12px 0 6px;font-weight:500}
.log{display:grid;grid-template-columns:repeat(4,1fr);gap:6px}
.log .btn{height:52px;padding:0;background:var(--paper);flex-direction:column;gap:4px}
.row,.foot{display:flex;flex-wrap:wrap;gap:6px}
.foot{margin-top:12px;padding-top:12px;border-top:1px solid var(--line)}
.foot .btn,.wide .btn{flex:1 1 auto}
.foot:has(:nth-child(4)) .btn{flex-basis:40%}
.btn{min-height:30px;padding:5px 12px;border-radius:6px;border:1px solid var(--line);background:var(--surface);color:var(--ink);font:500 12px/16px var(--font);display:inline-flex;align-items:center;justify-content:center;text-align:center}
.btn:hover,[aria-expanded=true].btn{border-color:var(--brand)}
.primary{background:var(--brand);border-color:var(--brand);color:var(--brand-ink)}
.primary:hover{box-shadow:0 0 0 1px var(--brand)}
.links{display:flex;flex-wrap:wrap;gap:0 12px;align-items:center;margin-top:6px}
.link{padding:4px 0;color:var(--brand);font:500 12px/16px var(--font);text-align:start;border-radius:3px}
.link:hover{text-decoration:underline}
.primary:focus-visible,.link:focus-visible{outline-offset:1px}
.x{display:grid;place-items:center;width:28px;height:28px;margin-inline-end:-6px;align-self:start;padding:0;border-radius:6px;color:var(--ink-3)}
.x:hover{background:var(--idle-soft)}
.tray,.done{margin-top:10px;padding:10px 12px;border-radius:6px;background:var(--paper);border:1px solid var(--line)}
.tray h3{margin-top:0}
.list{display:grid}
.list .link{padding:6px 0;color:var(--ink)}
.done{background:var(--ok-soft);border-color:transparent;padding:8px 12px}
.done .links{margin:2px 0 -4px}
.done .link{color:var(--ok)}
.bad{background:var(--over-soft)}
form{display:flex;gap:6px;margin-top:8px}
input{flex:1;min-width:0;min-height:30px;padding:5px 8px;border:1px solid var(--line);border-radius:6px;background:var(--surface);color:var(--ink);font:inherit}
[aria-busy] .btn,[aria-busy] .link{opacity:.6}`;

/** Puts a style sheet into a shadow root: one sheet shared by all, or its own copy where pages forbid sharing. */
export class SharedStyle {
  #sheet: CSSStyleSheet | undefined;

  constructor(
    private readonly page: Document,
    private readonly css: string,
  ) {}

  apply(root: ShadowRoot): void {
    try {
      if (!this.#sheet) {
        this.#sheet = new CSSStyleSheet();
        this.#sheet.replaceSync(this.css);
      }
      root.adoptedStyleSheets = [this.#sheet];
    } catch {
      root.prepend(make(this.page, 'style', {}, this.css));
    }
  }
}
