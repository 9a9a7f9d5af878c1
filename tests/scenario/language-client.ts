// An editor reduced to what the tests ask: it speaks to yaml-language-server over standard input and output.

import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFile = fileURLToPath(import.meta.resolve('yaml-language-server/package.json'));
const server = join(dirname(packageFile), 'bin/yaml-language-server');

/** Answers to what the server asks of an editor: no schemas from the network, everything else as it is by default. */
const settings = {
  yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true },
};

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Waiting = (message: Message) => void;

export class LanguageClient {
  readonly #server: ChildProcess;
  readonly #answers = new Map<number, Waiting>();
  readonly #diagnostics = new Map<string, (found: Diagnostic[]) => void>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  constructor() {
    this.#server = spawn(process.execPath, [server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#server.stdout!.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (let message = this.#next(); message; message = this.#next()) this.#handle(message);
    });
  }

  async start(): Promise<void> {
    const capabilities = {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { completion: {}, hover: {}, publishDiagnostics: {} },
    };
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities });
    this.#notify('initialized', {});
    this.#notify('workspace/didChangeConfiguration', { settings });
  }

  /** Opens a text as a file, and awaits what the server finds wrong in it. */
  open(uri: string, text: string): Promise<Diagnostic[]> {
    const found = new Promise<Diagnostic[]>((resolve) => this.#diagnostics.set(uri, resolve));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    this.#notify('textDocument/didOpen', { textDocument });
    return found;
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result),
      );
      this.#send({ id, method, params });
    });
  }

  stop(): void {
    this.#server.kill();
  }

  #handle({ id, method, params, ...answer }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.#diagnostics.get(uri)?.(diagnostics);
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: { section: string }[] };
      const asked = items.map(({ section }) => (settings as Record<string, unknown>)[section]);
      this.#send({ id: id!, result: asked.map((section) => section ?? {}) });
    } else if (method !== undefined && id !== undefined) this.#send({ id, result: null });
    else if (id !== undefined) this.#answers.get(id)?.(answer);
  }

  #notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** The next whole message that has arrived. */
  #next(): Message | undefined {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const header = this.#received.subarray(0, end).toString();
    const length = Number(/Content-Length: (\d+)/i.exec(header)![1]);
    const start = end + 4;
    if (this.#received.length < start + length) return undefined;
    const body = this.#received.subarray(start, start + length).toString();
    this.#received = this.#received.subarray(start + length);
    return JSON.parse(body);
  }
}
