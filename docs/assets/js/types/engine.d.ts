// What may be asked of the engine's worker, and what comes back. What the replies hold stands in replies.d.ts.
import type { Named, Refused, Tried, Whole } from "./replies.js";

/** Where the site keeps what the worker loads: addresses, the desk's Python module, and the bytes of Pyodide's wasm as text. */
export interface Manifest extends Record<string, string> {
  worker: string;
  engine: string;
  book: string;
  desk: string;
  stdlib: string;
  pyodide: string;
  wasm_bytes: string;
}

export type Ask = keyof Named | keyof Whole;

/** A question of a visitor; its other parts depend on what is asked. */
export interface Question<Q extends Ask = Ask> extends Record<string, unknown> {
  ask: Q;
}

/** A question of an editor: changed files by their paths below data/. */
export interface Trial {
  files: Record<string, string>;
}

type Parts<Q extends Ask> = Q extends keyof Named ? Pick<Named, Q> : Q extends keyof Whole ? Whole[Q] : never;

/** The reply to a question, or a refusal, which has none of its parts. */
export type Reply<Q extends Ask> = Q extends Ask ? Parts<Q> | (Refused & { [part in keyof Parts<Q>]?: undefined }) : never;

export interface Options {
  /** A channel: of its questions only the newest is answered. */
  newestOf?: string | symbol;
}

/** Asks the engine; null where a newer question took the place or no answer is to be had. */
export interface Asks {
  ask<Q extends Ask>(question: Question<Q>, options?: Options): Promise<Reply<Q> | null>;
}

export interface Engine extends Asks {
  ask<Q extends Ask>(question: Question<Q>, options?: Options): Promise<Reply<Q> | null>;
  ask(trial: Trial, options?: Options): Promise<Tried | null>;
  start(): void;
  retry(): void;
  readonly state: "idle" | "starting" | "ready" | "failed";
}

export interface Progress {
  stage: "download" | "python" | "engine";
  fraction: number;
}

export interface Ready {
  /** Whether a stored snapshot was restored. */
  snapshot: boolean;
}

export interface Failure {
  reason: "no-webassembly" | "no-worker" | "download" | "timeout" | "crash";
  detail: string;
}

/** What the worker is sent: once a manifest to start from, then questions as JSON text. */
export type ToWorker = { start: Manifest; snapshot: boolean } | { start?: undefined; id: number; text: string };

/** What the worker sends. */
export type FromWorker =
  | { progress: Progress; failure?: undefined; ready?: undefined }
  | { failure: Failure; progress?: undefined; ready?: undefined }
  | { ready: Ready; progress?: undefined; failure?: undefined }
  | { id: number; text: string; progress?: undefined; failure?: undefined; ready?: undefined };
