import { type Dataset, File, ready } from 'h5wasm/node';
import type { SlideVectorFile, VectorRowsBatch, VectorsFileOptions } from './vectors-file.types.js';

/** HDF5: the vectors in one dataset of chunks, and what they are of in datasets beside it. */
export class Hdf5Vectors {
  private row = 0;
  private readonly items: string[] = [];
  private readonly slides: string[] = [];
  private readonly patients: string[] = [];
  private readonly markers: string[] = [];
  private readonly places: { readonly x: number[]; readonly y: number[] } = { x: [], y: [] };

  private constructor(
    private readonly file: File,
    private readonly features: Dataset,
    private readonly options: VectorsFileOptions,
  ) {}

  static async open(path: string, options: VectorsFileOptions): Promise<Hdf5Vectors> {
    await ready;
    const { rows, dimension, metadata } = options;
    const file = new File(path, 'w');
    const chunks = [Math.max(1, Math.min(rows, Math.floor(2 ** 18 / dimension))), dimension];
    const shape = [rows, dimension];
    // One chunk's worth of memory: the others are made when they are written.
    const first = {
      name: 'features',
      data: new Float32Array(dimension),
      shape: [1, dimension],
      maxshape: shape,
      chunks,
    };
    const features = file.create_dataset({ ...first, dtype: '<f' });
    features.resize(shape);
    for (const [name, value] of Object.entries(metadata)) file.create_attribute(name, value);
    return new Hdf5Vectors(file, features, options);
  }

  async append({ vectors, items, slides, patients, markers = [], x, y }: VectorRowsBatch): Promise<void> {
    const end = this.row + items.length;
    this.features.write_slice(
      [
        [this.row, end],
        [0, this.options.dimension],
      ],
      vectors,
    );
    this.row = end;
    this.items.push(...items);
    this.slides.push(...slides);
    this.patients.push(...patients.map((patient) => patient ?? ''));
    this.markers.push(...markers);
    if (this.options.hasPlaces) {
      this.places.x.push(...(x ?? []));
      this.places.y.push(...(y ?? []));
    }
  }

  async finish(): Promise<void> {
    const { items, slides, patients, markers, places, file } = this;
    const ids = { items, slides, patients, ...(this.options.hasMarkers && { markers }) };
    for (const [name, data] of Object.entries(ids)) file.create_dataset({ name, data });
    if (this.options.hasPlaces)
      for (const [name, data] of Object.entries(places)) file.create_dataset({ name, data: Int32Array.from(data) });
    file.close();
  }
}

/** One slide, in TRIDENT's layout. */
export async function writeSlideHdf5(path: string, slide: SlideVectorFile): Promise<void> {
  await ready;
  const file = new File(path, 'w');
  const features = file.create_dataset({ name: 'features', data: slide.vector });
  const coords = BigInt64Array.from(slide.coords, BigInt);
  const places = file.create_dataset({ name: 'coords', data: coords, shape: [slide.coords.length / 2, 2] });
  for (const [dataset, attributes] of [
    [features, slide.featureAttributes],
    [places, slide.coordsAttributes],
  ] as const)
    for (const [name, value] of Object.entries(attributes)) dataset.create_attribute(name, value);
  file.close();
}
