import Web

/// The look of everything that is printed. Its path carries a number: a volume that was frozen keeps the look it was
/// frozen with, so a new look gets a new number and this one stays.
enum PaperStyle {
  static let path = "print/paper-1.css"

  static let css = """
    @page { size: A4; margin: 24mm 20mm 22mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
    body { font-family: "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif; font-size: 11pt; line-height: 1.6;
      color: #000; background: #fff; max-width: 180mm; margin: 0 auto; padding: 8mm; }
    h1 { font-family: "SimSun", "Songti SC", "Noto Serif CJK SC", serif; font-size: 20pt; text-align: center; color: #bb3227;
      border-bottom: 2px solid #bb3227; padding-bottom: 4mm; margin: 0 0 2mm; }
    h2 { font-size: 13pt; margin: 6mm 0 2mm; break-after: avoid; }
    .line { display: flex; justify-content: space-between; font-size: 10pt; margin: 0 0 4mm; }
    .preview { border: 1px solid #a86200; color: #a86200; padding: 2mm; text-align: center; }
    table { width: 100%; border-collapse: collapse; }
    th, td { border: 1px solid #555; padding: 1.5mm 2mm; text-align: left; vertical-align: top; }
    th { width: 26mm; font-weight: normal; background: #f3f1ec; } blockquote { margin: 1mm 0 2mm 6mm; }
    ol, ul { margin: 0; padding-left: 6mm; } li { break-inside: avoid; } time { font-variant-numeric: tabular-nums; }
    .blank { height: 32mm; } .foot { font-size: 9pt; color: #555; margin-top: 8mm; border-top: 1px solid #999; }
    @media print { body { padding: 0; max-width: none; } .preview { display: block; } }
    """
}
