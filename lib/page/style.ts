import { make } from './elements';

/** The tokens of the design, as px and fixed colours: a page's `rem`, fonts and variables do not reach in here. */
const tokens = `
.light{color-scheme:light;--surface:#fff;--paper:#fbfaf7;--line:#e6e2d9;--ink:#1d2421;--ink-2:#545d58;--ink-3:#6b746f;--brand:#0e5a53;--brand-ink:#fff;--brand-soft:#e1efec;--focus:#1a6fd6;--ok:#1d6b45;--ok-soft:#e2f2e8;--due:#855400;--due-soft:#fdf0d4;--over:#a5301b;--over-soft:#fde7e1;--fade:#5d4a8b;--fade-soft:#ece7f7;--owed:#17578f;--owed-soft:#e0edf9;--idle:#545d58;--idle-soft:#eeece6;--shadow:0 1px 2px rgb(29 36 33/.06),0 8px 24px rgb(29 36 33/.1)}
.dark{color-scheme:dark;--surface:#1c211f;--paper:#141816;--line:#2f3633;--ink:#eef1ef;--ink-2:#b4bdb8;--ink-3:#98a29d;--brand:#7cc9bd;--brand-ink:#0b2421;--brand-soft:#1d3330;--focus:#7db4ff;--ok:#85d3a6;--ok-soft:#173025;--due:#f0bd62;--due-soft:#372a11;--over:#ff9d88;--over-soft:#3d1d16;--fade:#c0aff0;--fade-soft:#2a2440;--owed:#8cc2f5;--owed-soft:#15293d;--idle:#b4bdb8;--idle-soft:#262c29;--shadow:0 1px 2px rgb(0 0 0/.4),0 8px 24px rgb(0 0 0/.45)}
*{box-sizing:border-box}
button{-webkit-tap-highlight-color:transparent;cursor:pointer}
:focus-visible{outline:2px solid var(--focus);outline-offset:-2px}
svg{fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round;flex:none;display:block}
.pill{display:inline-flex;gap:4px;align-items:center;height:20px;max-width:220px;margin:0;padding:0 8px 0 6px;border:0;border-radius:999px;font:500 12px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;letter-spacing:normal;text-transform:none;white-space:nowrap}
.pill[dir=rtl]{padding:0 6px 0 8px}
.pill svg{width:12px;height:12px}
.pill span{overflow:hidden;text-overflow:ellipsis}
.pill b{font-weight:600;border-inline-start:1px solid;padding-inline-start:5px;margin-inline-start:1px;line-height:10px}
.over{color:var(--over);background:var(--over-soft)}.due{color:var(--due);background:var(--due-soft)}.owed{color:var(--owed);background:var(--owed-soft)}.ok{color:var(--ok);background:var(--ok-soft)}.fade{color:var(--fade);background:var(--fade-soft)}.idle{color:var(--idle);background:var(--idle-soft)}
@media (forced-colors:active){.pill,.btn{border:1px solid ButtonText!important}}`;

/**
 * In a page our rules are `!important`, because then they win over the page's, inline ones too. The negative margins
 * let a 20 px pill stand in any line without making it higher.
 */
export const badgeStyle = `${tokens}
:host{all:initial!important;display:inline-flex!important;flex:0 0 auto!important;align-self:center!important;vertical-align:middle!important;height:20px!important;margin-block:-4px!important;margin-inline:0 8px!important;contain:layout style!important}
:host([data-holdfast~=after]){margin-inline:8px 0!important}
button.pill{position:relative}
button.pill::before{content:"";position:absolute;inset:-2px 0}
button.pill:hover{box-shadow:inset 0 0 0 1px currentColor}
.quiet{color:var(--ink-2);background:none;box-shadow:inset 0 0 0 1px var(--line)}
button.quiet:hover{color:var(--brand)}
.fresh{animation:in 140ms cubic-bezier(.2,0,0,1)}
@keyframes in{from{opacity:0}}
@media (prefers-reduced-motion:reduce){.fresh{animation:none}}
@media print{:host{display:none!important}}`;

export const panelStyle = `${tokens}
:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;z-index:2147483647!important}
section{position:fixed;width:320px;max-width:calc(100vw - 16px);max-height:calc(100vh - 16px);overflow:auto;overscroll-behavior:contain;background:var(--surface);color:var(--ink);border:1px solid var(--line);border-radius:10px;box-shadow:var(--shadow);padding:14px 16px;font:400 13px/18px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;text-align:start;cursor:default;overflow-wrap:anywhere}
section:focus{outline:none}
p,h2,h3{margin:0;font:inherit}
.head{display:grid;grid-template-columns:40px 1fr auto;gap:0 10px;align-items:center}
.av{width:40px;height:40px;border-radius:50%;background:var(--brand-soft);color:var(--brand);display:grid;place-items:center;font:600 13px/1 system-ui,sans-serif}
.who{min-width:0}
h2{font-weight:600;font-size:15px;line-height:20px}
.who p,.soft{color:var(--ink-3);font-size:12px;line-height:16px}
h2,.who p{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.state{display:flex;gap:8px;align-items:center;flex-wrap:wrap;margin-top:10px}
.why{margin:8px 0 0;color:var(--ink-2)}
h3{margin:12px 0 6px;color:var(--ink-3);font-weight:500;font-size:12px;line-height:16px}
.log{display:grid;grid-template-columns:repeat(4,1fr);gap:6px}
.log .btn{height:52px;padding:0 2px;background:var(--paper);flex-direction:column;gap:4px}
.log svg{width:16px;height:16px;stroke-width:1.4}
.row{display:flex;flex-wrap:wrap;gap:6px}
.foot{margin-top:12px;padding-top:12px;border-top:1px solid var(--line)}
.foot>.btn{flex:1 1 auto}
.btn{min-width:0;min-height:30px;margin:0;padding:5px 12px;border-radius:6px;border:1px solid var(--line);background:var(--surface);color:var(--ink);font:500 12px/16px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;display:inline-flex;align-items:center;justify-content:center;text-align:center;text-decoration:none;cursor:pointer}
.btn:hover,.btn[aria-expanded=true]{border-color:var(--brand)}
.btn.primary{background:var(--brand);border-color:var(--brand);color:var(--brand-ink)}
.btn.primary:hover{box-shadow:0 0 0 1px var(--brand)}
:focus-visible.btn.primary{outline-offset:1px}
.links{display:flex;flex-wrap:wrap;gap:0 12px;align-items:center;margin-top:6px}
.link{margin:0;padding:4px 0;border:0;background:none;color:var(--brand);font:500 12px/16px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;text-decoration:none;text-align:start;cursor:pointer;border-radius:3px}
.link:hover{text-decoration:underline}
:focus-visible.link{outline-offset:1px}
.x{display:grid;place-items:center;width:28px;height:28px;margin:0;margin-inline-end:-6px;align-self:start;padding:0;border:0;border-radius:6px;background:none;color:var(--ink-3);cursor:pointer}
.x:hover{background:var(--idle-soft)}
.x svg{width:16px;height:16px}
.tray{margin-top:10px;padding:10px 12px 12px;border-radius:6px;background:var(--paper);border:1px solid var(--line)}
.tray h3{margin-top:0}
.list{display:grid}
.list .link{padding:6px 0;color:var(--ink)}
.done{margin-top:12px;padding:8px 12px 6px;border-radius:6px;background:var(--ok-soft);color:var(--ink)}
.done.bad{background:var(--over-soft);padding-bottom:8px}
.done .links{margin-top:0}
.done .link{color:var(--ok)}
form{display:flex;gap:6px;margin:8px 0 0;align-items:center}
.done form{margin-bottom:4px}
input,textarea{flex:1;min-width:0;min-height:30px;margin:0;padding:5px 8px;border:1px solid var(--line);border-radius:6px;background:var(--surface);color:var(--ink);font:400 13px/18px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;resize:vertical}
[aria-busy=true] .btn,[aria-busy=true] .link{opacity:.6}
section:not(.still){animation:in 140ms cubic-bezier(.2,0,0,1)}
@keyframes in{from{opacity:0;translate:0 -4px}}
@media (prefers-reduced-motion:reduce){section{animation:none!important}}
@media print{:host{display:none!important}}`;

/** Puts a style sheet into a shadow root: one sheet shared by all, or its own copy where pages forbid sharing. */
export class SharedStyle {
  private sheet: CSSStyleSheet | undefined;

  constructor(
    private readonly page: Document,
    private readonly css: string,
  ) {}

  apply(root: ShadowRoot): void {
    try {
      if (!this.sheet) {
        this.sheet = new CSSStyleSheet();
        this.sheet.replaceSync(this.css);
      }
      root.adoptedStyleSheets = [this.sheet];
    } catch {
      root.prepend(make(this.page, 'style', {}, this.css));
    }
  }
}
