export { BlobStore, type BlobSource, type BlobWriter, type ByteRange, type StoredBlob } from './blob-store.js';
export { FileBlobStore } from './file-blob-store.js';
export { BlobStoreModule } from './blob-store.module.js';
