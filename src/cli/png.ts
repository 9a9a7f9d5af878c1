// Draws an SVG text as PNG.

/** So many pixels for one of the picture, for sharp print. */
const scale = 2;

/** The renderer is loaded here alone; it takes the fonts of the machine, so that the pixels of texts differ between machines. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans' },
  });
  return renderer.render().asPng();
}
