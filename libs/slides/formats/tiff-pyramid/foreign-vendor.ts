import type { TiffDirectory } from '../tiff/tiff-directory.js';

const NDPI_FORMAT_FLAG = 65_420;

/**
 * The maker of a TIFF-based format that looks like a plain pyramid and is not: tiles that overlap, several scans in one file, levels with
 * padding. Reading those as plain TIFF gives pixels at the wrong place, so they are refused by name.
 * Source: OpenSlide's format pages (Hamamatsu, Leica, Philips, Trestle, Ventana).
 */
export async function foreignVendor(first: TiffDirectory): Promise<string | null> {
  if (first.has(NDPI_FORMAT_FLAG)) return 'Hamamatsu NDPI';
  const description = await first.description();
  if (description.includes('www.leica-microsystems.com/scn')) return 'Leica SCN';
  const software = await first.software();
  if (software.startsWith('Philips')) return 'Philips TIFF';
  if (software.startsWith('MedScan')) return 'Trestle TIFF';
  if (software.startsWith('ScanOutputManager') || (await first.xmp()).includes('iScan')) return 'Ventana BIF';
  return null;
}
