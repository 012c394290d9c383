/**
 * React's own, by names that the bundler can shorten: through its CommonJS module every element of every page would be
 * made by a longer call. 182 bytes of the popup's budget.
 */
import * as runtime from '../node_modules/react/jsx-runtime.js';
export const jsx = runtime.jsx;
export const jsxs = runtime.jsxs;
export const Fragment = runtime.Fragment;
