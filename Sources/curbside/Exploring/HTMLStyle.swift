/// How pages look: one column that fits a telephone, light or dark as the reader has it, and black on
/// white on paper.
enum HTMLStyle {
  /// The style sheet, each line with its end.
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --faint: #57606a;
      --line: #d0d7de; --shade: #f3f5f8; --accent: #0a5c9e; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #12161b;
      --faint: #9aa7b4; --line: #38424d; --shade: #1c232b; --accent: #6cb6ff; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 1rem; color: var(--ink);
      background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1, h2, h3 { line-height: 1.25; }
    h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
    a { color: var(--accent); }
    .scroll { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    caption { text-align: left; font-weight: 600; padding: .3rem 0; }
    th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left;
      vertical-align: top; overflow-wrap: break-word; }
    thead th { background: var(--shade); }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); padding: 0; }
    .number { text-align: right; }
    p, li, dd { max-width: 50rem; }
    .list { max-width: none; }
    .detail { display: block; }
    td:last-child { min-width: 12rem; }
    .narrow { display: none; }
    .faint, footer { color: var(--faint); font-size: .9rem; }
    dt { font-weight: 600; }
    dd { margin: 0 0 .5rem 1rem; }
    figure { margin: 1rem 0; }
    nav ul { columns: 2; padding-left: 1.2rem; }
    main li { margin-bottom: .6rem; }
    .search input { font: inherit; max-width: 100%; }
    [hidden] { display: none !important; }
    \(PlotSVG.sheet)
    @media screen and (max-width: 48rem) {
      .wide { display: none; }
      .narrow { display: block; }
      .scroll thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); }
      .scroll table, .scroll tbody, .scroll tr, .scroll th, .scroll td, .scroll caption:not(.unseen) {
        display: block; }
      .scroll tr { border: 1px solid var(--line); margin-bottom: .6rem; }
      .scroll td, .scroll tbody th { border: 0; padding: .15rem .5rem; text-align: left; }
      .scroll td:empty { display: none; }
      .scroll td::before, .scroll tbody th::before { content: attr(data-name) ": ";
        color: var(--faint); font-weight: 400; }
      .scroll td:not([data-name])::before { content: none; }
      td:last-child { min-width: 0; }
    }
    @media print {
      :root { --ink: #000; --paper: #fff; --faint: #333; --line: #999; --shade: #eee;
        --accent: #000; }
      body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.3; }
      table, .faint { font-size: 8pt; }
      th, td { padding: .15rem .3rem; }
      td:last-child { min-width: 0; }
      p, li, dd { max-width: none; }
      nav, .search { display: none; }
      .scroll { overflow: visible; }
      svg { max-width: 100%; height: auto; }
      details::details-content { content-visibility: visible; block-size: auto; }
      tr, figure { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
    }

    """
}
