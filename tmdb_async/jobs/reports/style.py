"""How the page looks, by day and by night."""

STYLE = """
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1c1a; --soft: #6d6a64; --rule: #dcd8cf;
  --faint: #efece4; --blue: #2f6690; --red: #b8412f; --amber: #c98a1b; --grey: #b9b4a8; --sky: #a9c3d6; }
@media (prefers-color-scheme: dark) { :root { --paper: #16171a; --ink: #e9e6df; --soft: #9b978e; --rule: #34353a;
  --faint: #212328; --blue: #6aa9d8; --red: #e5715d; --amber: #dfa844; --grey: #54555b; --sky: #3f5d76; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Helvetica Neue", Arial,
  "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
h1, bdi { overflow-wrap: anywhere; }
main { max-width: 1048px; margin: 0 auto; padding: 44px 24px 32px; }
h1, h2 { font-family: Georgia, "Iowan Old Style", "Noto Serif", "Liberation Serif", serif; font-weight: 600;
  line-height: 1.2; margin: 0; }
h1 { font-size: 34px; letter-spacing: -.01em; }
h2 { font-size: 23px; border-top: 2px solid var(--ink); padding-top: 10px; margin: 52px 0 12px; }
h3 { font-size: 15px; font-weight: 650; margin: 26px 0 2px; }
p { margin: 0; }
.kicker { color: var(--soft); font-size: 13px; margin-bottom: 8px; }
.lead { font-size: 17px; margin-top: 8px; }
.note, .none { color: var(--soft); font-size: 13px; margin: 6px 0; }
.numbers { display: flex; flex-wrap: wrap; gap: 10px 36px; margin: 26px 0 14px; }
.numbers div { border-top: 3px solid var(--grey); padding-top: 6px; min-width: 84px; }
.numbers dt { color: var(--soft); font-size: 13px; }
.numbers dd { margin: 0; font-size: 25px; line-height: 1.25; font-weight: 550; }
.numbers .items, .numbers .gone { border-color: var(--ink); }
.numbers .found { border-color: var(--blue); }
.numbers .unknown { border-color: var(--sky); }
.numbers .failed { border-color: var(--red); }
.share { display: flex; gap: 1px; height: 10px; }
.share span { flex-basis: 0; min-width: 2px; background: var(--grey); }
.share .found { background: var(--blue); }
.share .unknown { background: var(--sky); }
.share .failed { background: var(--red); }
figure { margin: 0; }
figcaption { color: var(--soft); font-size: 13px; margin: 0 0 10px; }
figcaption b { color: var(--ink); font-weight: 650; }
b.requests, b.answered, b.cast { color: var(--blue); }
b.failed { color: var(--red); }
b.guest, b.cooled { color: var(--amber); }
b.pace { border-bottom: 2px dashed currentColor; }
b.still { background: var(--rule); padding: 0 3px; }
.wide { overflow-x: auto; }
.wide svg { min-width: min(var(--width), 720px); }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
th { text-align: left; color: var(--soft); font-weight: 500; font-size: 12.5px; border-bottom: 1px solid var(--ink); }
th, td { padding: 4px 14px 4px 0; vertical-align: top; }
td { border-bottom: 1px solid var(--faint); }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; }
.n, .when { white-space: nowrap; }
td small { color: var(--soft); }
.message { max-width: 30em; }
.bars { white-space: nowrap; width: 34%; }
.bars > span:first-child { display: inline-block; min-width: 4.2em; text-align: right; padding-right: 10px; }
.track { display: inline-block; width: calc(100% - 4.4em); min-width: 60px; }
.track i { display: block; height: 9px; min-width: 1px; background: var(--blue); }
.track i.failed { background: var(--red); }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 44px; }
.two > * { min-width: 0; }
.uneven { grid-template-columns: 1.45fr 1fr; }
@media (max-width: 760px) { .two { grid-template-columns: 1fr; } h1 { font-size: 27px; } main { padding-top: 24px; } }
svg { display: block; width: 100%; max-width: var(--width); height: auto; overflow: hidden;
  font: 12px system-ui, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
svg text { fill: var(--soft); unicode-bidi: isolate; }
.tick, .name, .end { text-anchor: end; }
.middle { text-anchor: middle; }
svg .name { fill: var(--ink); }
.grid { stroke: var(--rule); stroke-width: .7; }
.base { stroke: var(--soft); stroke-width: 1; }
.begins { stroke: var(--soft); stroke-width: .8; }
.area { stroke: none; }
.area.requests { fill: var(--sky); }
.area.answered { fill: var(--blue); }
.area.failed { fill: var(--red); }
.line { fill: none; stroke-width: 1.6; }
.line.pace { stroke: var(--ink); stroke-dasharray: 5 3; }
.paused { fill: var(--rule); opacity: .75; }
path.cooled { fill: var(--amber); }
.bar { fill: var(--blue); }
path.cast { fill: var(--blue); }
path.guest { fill: var(--amber); }
footer { margin-top: 56px; border-top: 1px solid var(--rule); padding-top: 10px; color: var(--soft);
  font-size: 12.5px; }
@media print { main { max-width: none; padding: 0; } section { break-inside: avoid; } }
"""
