"""How the page of a report looks: on a wide screen, a phone and paper, by day and by night."""

from typing import Final

CSS: Final = """
:root{--paper:#fbfaf6;--card:#fff;--ink:#1d1c1a;--soft:#66625a;--rule:#e2ddd2;--error:#b42318;--warning:#8f5b00;
--note:#23588c;--good:#2c6b3f;--error-wash:#fdeceA;--warning-wash:#fdf3dc;--note-wash:#e8f1fa;--good-wash:#e6f3e9;
--bar:#cfc8b8;--shade:0 1px 2px #0000000f,0 4px 14px #0000000a;
--serif:"Source Serif 4","Noto Serif",Charter,"Bitstream Charter",Cambria,Georgia,serif;
--sans:"Inter","Noto Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#15161a;--card:#1d1f25;--ink:#e9e6df;--soft:#a09b90;--rule:#33353d;
--error:#ff8a7d;--warning:#f0b95a;--note:#86b9ec;--good:#86cf9b;--error-wash:#3a1f1d;--warning-wash:#372b16;
--note-wash:#1a2b3d;--good-wash:#1b3123;--bar:#4a4d57;--shade:0 1px 2px #0006}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 var(--sans);overflow-wrap:break-word}
a{color:inherit}
.error{--c:var(--error);--w:var(--error-wash)}.warning{--c:var(--warning);--w:var(--warning-wash)}
.note{--c:var(--note);--w:var(--note-wash)}.good{--c:var(--good);--w:var(--good-wash)}.open{--c:var(--soft);--w:var(--rule)}
.sheet,.index{max-width:76rem;margin:0 auto;padding:clamp(1rem,3vw,2.5rem)}
.sheet+.sheet{border-top:1px solid var(--rule)}
.index ol{margin:0;padding-left:1.4rem}.index li{margin:.35rem 0}.index h1{font-size:1.1rem;color:var(--soft)}
.head{border-bottom:1px solid var(--rule);padding-bottom:1.1rem;margin-bottom:1.6rem}
.name{margin:0;color:var(--soft);font-size:.78rem;font-weight:600;letter-spacing:.09em;text-transform:uppercase}
.head h1{margin:.15rem 0 .6rem;font-size:clamp(1.15rem,2.4vw,1.5rem);line-height:1.3;font-weight:650}
.verdict{display:flex;flex-wrap:wrap;gap:.45rem;align-items:center;margin:0}
.count{background:var(--w);color:var(--c);border-radius:99px;padding:.12rem .7rem;font-size:.88rem;font-weight:600;white-space:nowrap}
.day{color:var(--soft);font-size:.92rem;margin-left:.25rem}
.coverage{margin:.55rem 0 0;color:var(--soft);font-size:.86rem}
.notices{margin:.7rem 0 0;padding-left:1.1rem;font-size:.88rem;color:var(--soft)}
.columns{display:grid;grid-template-columns:minmax(0,1.45fr) minmax(0,1fr);gap:clamp(1.5rem,4vw,3.5rem);align-items:start}
.text{font:clamp(1.05rem,1.25vw,1.17rem)/1.72 var(--serif);max-width:40rem;position:sticky;top:1rem;
max-height:calc(100vh - 2rem);max-height:calc(100dvh - 2rem);overflow-y:auto;overscroll-behavior:auto;padding:0 .75rem 1.6rem 0;scrollbar-width:thin;
mask-image:linear-gradient(#000 calc(100% - 1.6rem),transparent)}
.text p,.text blockquote{margin:0 0 1.05em}
.text h2{font-size:1.45em;line-height:1.3;margin:0 0 .7em;font-weight:650;text-wrap:balance}
.text .lead{font-weight:600}
.text .caption,.text .credit,.text .aside{font:.86em/1.55 var(--sans);color:var(--soft)}
.text .caption{border-left:3px solid var(--rule);padding-left:.8em}
.text blockquote{border-left:3px solid var(--bar);padding-left:1em;font-style:italic}
.text .list{padding-left:1.1em;position:relative}.text .list::before{content:"–";position:absolute;left:0;color:var(--soft)}
.mark{text-decoration:underline 2px var(--c);text-underline-offset:.22em;text-decoration-skip-ink:none;background:var(--w);
border-radius:2px;padding:.08em 0;color:inherit}
.mark.warning{text-decoration-style:wavy;text-decoration-thickness:1.5px}.mark.note{text-decoration-style:dotted}
.mark:hover,.mark:focus-visible{background:color-mix(in srgb,var(--c) 22%,transparent)}
sup{line-height:0;font-size:.68em}
.num{display:inline-block;min-width:1.55em;text-align:center;border-radius:99px;padding:0 .4em;background:var(--c);color:var(--paper);
font:600 .78rem/1.55 var(--sans);text-decoration:none;font-variant-numeric:tabular-nums}
sup .num{font-size:.92em;margin-left:.18em;line-height:1.5;vertical-align:baseline}
.cards{display:grid;gap:1rem;min-width:0}
.card{background:var(--card);border:1px solid var(--rule);border-top:3px solid var(--c);border-radius:10px;padding:.9rem 1.05rem 1rem;
box-shadow:var(--shade);font-size:.94rem;min-width:0}
.card:target{outline:2px solid var(--c);outline-offset:2px}
.num:target{outline:2px solid var(--c);outline-offset:2px}
.card header{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;font-size:.84rem}
.level{font-weight:650;color:var(--c)}
.rule{color:var(--soft);font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;font-size:.95em}
.where{margin-left:auto;color:var(--soft);font-variant-numeric:tabular-nums}
.said{font:1.06em/1.45 var(--serif);margin:.6rem 0 .1rem;font-weight:600}
.message{margin:.4rem 0 0}
.fixes{list-style:none;margin:.75rem 0 0;padding:0;display:grid;gap:.5rem}
.fixes li{background:color-mix(in srgb,var(--good-wash) 60%,transparent);border-radius:7px;padding:.45rem .65rem}
.label{font-weight:600}.doubt{font-style:normal;color:var(--soft);font-size:.86em;font-weight:400;white-space:nowrap}
.doubt::before{content:"· "}
.change{display:block;font-family:var(--serif);margin-top:.1rem}
del{color:var(--soft);text-decoration:line-through 1px;margin-right:.25em}
ins{color:var(--good);text-decoration:none;font-weight:600}
.orders{display:grid;grid-template-columns:1fr 1fr;gap:.9rem;margin-top:.8rem;font-size:.92em}
.orders h4{margin:0 0 .3rem;font-size:.86em;color:var(--soft);font-weight:600}
.orders ol{margin:0;padding-left:1.35rem;font-family:var(--serif);line-height:1.4}
.orders li{margin-bottom:.3rem}.orders li::marker{font-family:var(--sans);font-size:.85em;color:var(--soft)}
.orders div:first-child .moved{color:var(--c)}.orders div:last-child .moved{color:var(--good);font-weight:600}
.holders{margin:.9rem 0 0;padding:.6rem 0 0;border-top:1px solid var(--rule)}
.holders figcaption{font-size:.84rem;color:var(--soft);margin-bottom:.2rem}
.line{display:block;width:100%;max-width:30rem;height:auto;overflow:visible;font-family:var(--sans)}
.line text{fill:var(--ink);stroke:var(--card);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}.line .who{font-size:12px}.line .when,.line .year{fill:var(--soft);font-size:10.5px}
.line .bar{fill:var(--bar)}.line .mine{fill:var(--c)}.line .open{stroke:var(--bar);stroke-width:2;stroke-dasharray:2 4}
.line .axis,.line .tick{stroke:var(--rule)}.line .day{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:3 2;opacity:.75}
.line .dayname{font-size:11px;font-weight:650}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem .8rem;margin:.9rem 0 0;padding-top:.7rem;
border-top:1px solid var(--rule);font-size:.88em}
.facts dt{color:var(--soft)}.facts dd{margin:0}
.source{display:block;color:var(--soft);font-size:.95em}.source a{text-underline-offset:.2em;text-decoration-color:var(--bar)}
.silence{margin:0;color:var(--soft)}
footer{margin-top:2.2rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.8rem}
@media (max-width:56rem){.columns{display:block}.text{position:static;max-height:none;overflow:visible;padding:0;max-width:none;mask-image:none}
.cards{margin-top:2rem}.where{margin-left:0}}
@media (max-width:24rem){.orders{grid-template-columns:1fr}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--bar:#bbb;--error:#b42318;--warning:#8f5b00;
--note:#23588c;--good:#2c6b3f;--shade:none;--error-wash:transparent;--warning-wash:transparent;--note-wash:transparent;--good-wash:transparent}
body{font-size:10.5pt}.sheet{padding:0;max-width:none}.columns{display:block}
.text{position:static;max-height:none;overflow:visible;font-size:11.5pt;max-width:none;padding:0;mask-image:none}
.cards{display:block;columns:2;column-gap:1.2em;margin-top:1.5em}.line{max-width:20rem}.card{break-inside:avoid;margin-bottom:.8em}.sheet+.sheet{break-before:page}
.source a::after{content:" (" attr(title) ")";overflow-wrap:anywhere}.mark,.num,.count,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
"""
