/** The page's style: plain, narrow, and whole figures on paper. */
export const STYLE = `
:root{color-scheme:light}
body{font:14px/1.45 system-ui,sans-serif;color:#111;background:#fff;max-width:60rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .8rem}h2{font-size:1.15rem;margin:1.8rem 0 .6rem;border-bottom:1px solid #bbb}
h3{font-size:1rem;margin:1rem 0 .3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
dl.list{display:block}dl.list dt{margin-top:.4rem}.list{font-size:.93em}body,th{overflow-wrap:break-word}
.swatch{display:inline-block;width:.8em;height:.8em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.remark{border-left:4px solid #d55e00;padding:.2rem .7rem;margin:.7rem 0}.method{color:#555;font-size:.9em}
table{border-collapse:collapse;margin:.4rem 0;font-size:.93em}th,td{padding:.2rem .7rem .2rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #ddd}
thead th{border-bottom:1px solid #555}tbody th{font-weight:400}td{font-variant-numeric:tabular-nums}
.plots{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;max-width:100%}figcaption{font-size:.88em;color:#555;max-width:26rem}
svg{max-width:100%;height:auto}svg.key{vertical-align:middle}svg text{font:11px system-ui,sans-serif;fill:#333}svg text.row{font-size:10.5px;paint-order:stroke;stroke:#fff;stroke-width:3px}
.axis,.grid,.line,.bar,.reference{fill:none}.axis{stroke:#555}.grid{stroke:#eee}.line{stroke-width:1.8}.bar{stroke-width:1.6}.reference{stroke:#999;stroke-dasharray:3 3}
@media print{body{margin:0;padding:0;max-width:none;font-size:10pt}figure,tr,.remark{break-inside:avoid}h2,h3,thead{break-after:avoid}p{orphans:3;widows:3}.plots{display:block;orphans:1;widows:1}figure{display:inline-block;vertical-align:top;width:47%;margin:0 2% .6rem 0}figure svg{width:100%}@page{margin:14mm}}
`
  .trim()
  .replaceAll('\n', '');
