export { english as errors } from '../../errors/index.js';
