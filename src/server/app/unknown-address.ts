import { ApiError } from '../api-error.js';
import { fullPath, methodOf, type Operation, pathOf } from './operation.js';

/** The error for a request that is of no operation, and the methods that its address has. */
export interface Unknown {
  error: ApiError;
  /** For the header `allow`; `undefined` where there is nothing at the address. */
  allow?: string;
}

/** Tells an address that is not there from one that is there for other methods. */
export function createUnknown(
  operations: readonly Operation[],
): (method: string, url: string) => Unknown {
  const known = operations.map((operation) => ({
    pattern: new RegExp(`^${fullPath(operation).replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    method: methodOf(operation),
  }));
  return (method, url) => {
    const path = pathOf(url);
    const methods = known.filter(({ pattern }) => pattern.test(path)).map((entry) => entry.method);
    if (methods.length === 0) {
      return { error: new ApiError('NOT_FOUND', 'There is nothing at this address.') };
    }
    const allow = [...new Set(methods)].join(', ');
    const message = `This address can't be asked with ${method}, only with ${allow}.`;
    return { error: new ApiError('METHOD_NOT_ALLOWED', message), allow };
  };
}
