// Makes the bitmaps of the overview beside the page, which goes on moving the last one meanwhile.
import { raster } from "./raster.js";

let graph = null;

onmessage = async ({ data }) => {
  if (data.graph) { graph = data.graph; return; }
  const { view, width, height, colours, ink } = data;
  const { pixels, nodes, lines } = raster(graph, view, width, height, colours, ink);
  const bitmap = await createImageBitmap(new ImageData(pixels, width, height));
  postMessage({ bitmap, view, nodes, lines }, [bitmap]);
};
