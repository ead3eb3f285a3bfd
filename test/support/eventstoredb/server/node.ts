import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, ServerCredentials, type Metadata } from '@grpc/grpc-js';
import type { Member, Shared } from './member.js';
import { accessDenied, notLeader } from './messages.js';
import { servicesOf } from './services.js';

/** One member of the cluster on a port of its own. Its sessions can be cut and its certificate changed. */
export class Node implements Member {
  private server: Server | undefined;
  port = 0;
  private cutting: Promise<void> | undefined;

  constructor(
    readonly cluster: Shared,
    readonly index: number,
  ) {}

  get isLeader(): boolean {
    return this.cluster.leader === this.index;
  }

  /** Listens, on the port it had before. */
  async up(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 32 * 1024 * 1024 });
    for (const [definition, implementation] of servicesOf(this)) server.addService(definition, implementation);
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.port}`, this.credentials(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    this.server = server;
  }

  down(): void {
    this.server?.forceShutdown();
    this.server = undefined;
  }

  cut(): Promise<void> {
    // Several calls may meet with the same mishap.
    this.cutting ??= this.again().finally(() => (this.cutting = undefined));
    return this.cutting;
  }

  private async again(): Promise<void> {
    this.down();
    await this.up();
  }

  refusal(metadata: Metadata): Error | undefined {
    const { credentials, faults } = this.cluster;
    const asked = metadata.get('authorization')[0]?.toString();
    if (credentials && asked !== `Basic ${Buffer.from(credentials).toString('base64')}`) return accessDenied();
    const wantsLeader = metadata.get('requires-leader')[0]?.toString() === 'true';
    if (faults.notLeader > 0) {
      faults.notLeader--;
      return notLeader('127.0.0.1', this.cluster.leaderPort);
    }
    return wantsLeader && !this.isLeader ? notLeader('127.0.0.1', this.cluster.leaderPort) : undefined;
  }

  private credentials(): ServerCredentials {
    const { certificate, certificates } = this.cluster;
    if (certificate === 'none') return ServerCredentials.createInsecure();
    const pem = (name: string): Buffer => readFileSync(join(certificates, `${name}.pem`));
    return ServerCredentials.createSsl(null, [{ cert_chain: pem(certificate), private_key: pem('node-key') }]);
  }
}
