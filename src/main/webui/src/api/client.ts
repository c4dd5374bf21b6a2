import { reportReachable } from './reachability';

/** A problem document (RFC 9457), as the service sends it for every error. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  [member: string]: unknown;
}

/** Thrown for every response that is an error. The texts are in the language of the editor. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Thrown if the service cannot be reached, or its response is no JSON. The request may be repeated. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The service cannot be reached', { cause });
    this.name = 'UnreachableError';
  }
}

export interface ApiResponse<T> {
  body: T;
  /** The version of the resource, for `ifMatch`. */
  etag: string | null;
  status: number;
  headers: Headers;
}

export interface RequestOptions {
  query?: Record<string, string | number | boolean | undefined>;
  /** An object is sent as JSON, a file as it is. */
  body?: object | Blob;
  contentType?: string;
  ifMatch?: string;
  /** Only creates: fails if the resource exists. */
  ifNoneMatch?: '*';
  idempotencyKey?: string;
  signal?: AbortSignal | undefined;
  /** Lets the request outlive the page, for a last save. */
  keepalive?: boolean;
}

let language = 'en';

/** Sets the language of the texts of problems. */
export function setProblemLanguage(tag: string): void {
  language = tag;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Joins the segments of a path, each of them encoded. */
export function path(...segments: string[]): string {
  return segments.map((segment) => '/' + encodeURIComponent(segment)).join('');
}

/**
 * Sends a request.
 *
 * @throws ApiError for an error of the service
 * @throws UnreachableError if there is no response
 */
export async function send<T>(method: Method, url: string, options: RequestOptions = {}): Promise<ApiResponse<T>> {
  try {
    const response = await exchange<T>(method, url, options);
    reportReachable(true);
    return response;
  } catch (error) {
    if (error instanceof ApiError || error instanceof UnreachableError) {
      reportReachable(error instanceof ApiError);
    }
    throw error;
  }
}

async function exchange<T>(method: Method, url: string, options: RequestOptions): Promise<ApiResponse<T>> {
  const response = await receive(method, url, options);
  const text = await response.text().catch((cause: unknown) => {
    throw new UnreachableError(cause);
  });
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  if (text && !isJson) {
    throw new UnreachableError(new Error(`unexpected content type with status ${response.status}`));
  }
  const body: unknown = text ? parse(text) : undefined;
  if (!response.ok) {
    throw isProblem(body) ? new ApiError(body) : new UnreachableError(new Error(`status ${response.status}`));
  }
  return { body: body as T, etag: response.headers.get('etag'), status: response.status, headers: response.headers };
}

/** Sends a request and returns its body. */
export async function get<T>(url: string, options: RequestOptions = {}): Promise<T> {
  return (await send<T>('GET', url, options)).body;
}

/** A file that the service wrote. */
export interface DownloadedFile {
  blob: Blob;
  headers: Headers;
}

/** Fetches a file of any type. */
export async function getFile(url: string, options: RequestOptions = {}): Promise<DownloadedFile> {
  const response = await receive('GET', url, options, '*/*');
  if (!response.ok) {
    const body = parse(await response.text());
    throw isProblem(body) ? new ApiError(body) : new UnreachableError(new Error(`status ${response.status}`));
  }
  const blob = await response.blob().catch((cause: unknown) => {
    throw new UnreachableError(cause);
  });
  return { blob, headers: response.headers };
}

const JSON_TYPES = 'application/json, application/problem+json';

async function receive(method: Method, url: string, options: RequestOptions, accept = JSON_TYPES): Promise<Response> {
  const headers = new Headers({ Accept: accept, 'Accept-Language': language });
  if (options.body && !(options.body instanceof Blob)) {
    headers.set('Content-Type', options.contentType ?? 'application/json');
  } else if (options.contentType) {
    headers.set('Content-Type', options.contentType);
  }
  setIfPresent(headers, 'If-Match', options.ifMatch);
  setIfPresent(headers, 'If-None-Match', options.ifNoneMatch);
  setIfPresent(headers, 'Idempotency-Key', options.idempotencyKey);
  try {
    return await fetch(withQuery(url, options.query), {
      method,
      headers,
      body: options.body instanceof Blob ? options.body : options.body ? JSON.stringify(options.body) : null,
      signal: options.signal ?? null,
      keepalive: options.keepalive ?? false,
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (options.signal?.aborted) {
      throw cause;
    }
    throw new UnreachableError(cause);
  }
}

function setIfPresent(headers: Headers, name: string, value: string | undefined): void {
  if (value !== undefined) {
    headers.set(name, value);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreachableError(cause);
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'status' in body;
}

/** Appends the parameters that have a value. The service rejects empty ones. */
export function withQuery(url: string, query: RequestOptions['query'] = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text ? `${url}?${text}` : url;
}
