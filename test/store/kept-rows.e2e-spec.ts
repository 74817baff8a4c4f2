import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { FileBlobStore } from '#gateway/blob-store';
import { FeatureStore } from '#gateway/feature-store';
import { SlideCatalog } from '#gateway/slide-catalog';
import { exampleBag, exampleSlide } from '#test/examples';
import { storeKinds } from '#test/stores';

/** The first of a run makes the files that the others copy. */
const OPEN_MS = 120_000;
const embedded = storeKinds.filter(({ kind }) => kind === 'embedded');

it.each(embedded)(
  'slides and bags that were read are read again without a statement, and every write of them is seen',
  async ({ create }) => {
    const store = await create();
    const database = await store.open();
    try {
      const blobs = await FileBlobStore.open(join(store.dataDir, 'blobs'));
      const slides = new SlideCatalog(database.dataSource, true);
      const features = new FeatureStore(database.dataSource, blobs, { isAlone: true });
      const slide = await slides.add('alone', exampleSlide('kept'));
      const read = async () => ({
        slides: await slides.byIds('alone', [slide.id, 'sld_none', slide.id]),
        bags: await features.bagsOfSlides('alone', [slide.id]),
      });
      expect(await read()).toEqual({ slides: [slide, null, slide], bags: [[]] });
      const writer = await features.beginBag(exampleBag(slide));
      await writer.append(Float32Array.of(1, 2, 3), Int32Array.of(0, 0));
      const bag = await writer.finish(null);
      const stated = await slides.add('alone', exampleSlide('kept', { site: 'north', path: '/elsewhere/kept.svs' }));
      expect(stated.site).toBe('north');
      expect(await read()).toEqual({ slides: [stated, null, stated], bags: [[bag]] });
      const statements = vi.spyOn(database.dataSource, 'createQueryRunner');
      expect(await slides.byIds('alone', [slide.id])).toEqual([stated]);
      expect(await features.bagsOfSlides('alone', [slide.id])).toEqual([[bag]]);
      expect(statements).not.toHaveBeenCalled();
      statements.mockRestore();
      expect(await slides.byIds('other', [slide.id])).toEqual([null]);
      expect(await features.bagsOfSlides('other', [slide.id])).toEqual([[]]);
    } finally {
      await database.close();
      await store.remove();
    }
  },
  OPEN_MS,
);
