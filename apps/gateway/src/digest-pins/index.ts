export { DigestPin } from './digest-pin.entity.js';
export { StoredPins } from './stored-pins.js';
