import { convertToCommandError, EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { status, type CallOptions, type ClientOptions, type Metadata } from '@grpc/grpc-js';

/**
 * What the client keeps to itself and we need: its channel, which finds the leader, carries TLS and credentials and is made
 * anew after a fault. Its own appends wait for ever on a silent server and share one table of promises over all clients of
 * the process, where the fault of one connection ends the process (README of decision 24); so calls are made from its
 * generated modules, and only here.
 */
interface Insides {
  getGRPCClient(kind: typeof StreamsClient, name: string): Promise<StreamsClient>;
  callArguments(asked: { requiresLeader: boolean; deadline: number }, options?: CallOptions): [Metadata, CallOptions];
  handleError(client: StreamsClient, error: Error): Promise<void>;
}

type Unpromised = new (address: null, credentials: null, options: Partial<ClientOptions>) => ServerFeaturesClient;

const withLeader = (url: string): string =>
  /nodePreference=/i.test(url) ? url.replace(/nodePreference=[^&]*/i, 'nodePreference=leader') : url;

/** Milliseconds since 1970 as gRPC wants them for a deadline. */
const at = (milliseconds: number): number => Date.now() + milliseconds;

/** Where calls are made: one node of the cluster at a time, another one after a fault. */
export class Connection {
  private readonly insides: Insides;
  private readonly batches = new WeakMap<StreamsClient, Promise<boolean>>();
  private last: StreamsClient | undefined;

  /** `url`: esdb:// or esdb+discover://. Nothing is sent yet. Throws an Error that says what is wrong with it. */
  private constructor(url: string) {
    this.insides = EventStoreDBClient.connectionString(url) as unknown as Insides;
  }

  /** To the leader, whatever node is preferred; and to the preferred node, for those who follow. */
  static pair(url: string): { readonly leader: Connection; readonly follower: Connection } {
    const leader = new Connection(withLeader(url));
    return { leader, follower: withLeader(url) === url ? leader : new Connection(url) };
  }

  /** Throws when no node was found. */
  async client(): Promise<StreamsClient> {
    const client = await this.insides.getGRPCClient(streamServices.StreamsClient, 'streams');
    this.last = client;
    return client;
  }

  /** `milliseconds`: from now on, for the whole call; Infinity for what never ends. */
  arguments(milliseconds: number, requiresLeader: boolean): [Metadata, CallOptions] {
    const deadline = milliseconds === Infinity ? Infinity : at(milliseconds);
    return this.insides.callArguments({ requiresLeader, deadline: 10_000 }, { deadline });
  }

  /** Lets the client look for another node when this fault speaks for it. Answers the fault in the client's classes. */
  async failed(client: StreamsClient, fault: unknown): Promise<Error> {
    const error = convertToCommandError(fault as Error);
    await this.insides.handleError(client, error).catch(() => undefined);
    return error;
  }

  /** Leaves this node: it does not answer, or says that it does not lead without saying who does. */
  async leave(client: StreamsClient): Promise<void> {
    await this.insides.handleError(client, new UnavailableError(undefined, 'another node is wanted'));
  }

  /** Whether the node takes appends over one long stream; older ones take each in a call of its own. */
  takesBatches(client: StreamsClient, milliseconds: number): Promise<boolean> {
    const known = this.batches.get(client);
    if (known) return known;
    const asked = this.askFeatures(client, milliseconds);
    this.batches.set(client, asked);
    asked.catch(() => this.batches.delete(client));
    return asked;
  }

  close(): void {
    this.last?.close();
  }

  private askFeatures(client: StreamsClient, milliseconds: number): Promise<boolean> {
    const Client = featureServices.ServerFeaturesClient as unknown as Unpromised;
    const features = new Client(null, null, { channelOverride: client.getChannel() });
    return new Promise((resolve, reject) => {
      const [metadata, options] = this.arguments(milliseconds, false);
      features.getSupportedMethods(new shared.Empty(), metadata, options, (error, supported) => {
        if (error) return error.code === status.UNIMPLEMENTED ? resolve(false) : reject(error);
        const methods = supported.getMethodsList().map((one) => `${one.getServiceName()}/${one.getMethodName()}`);
        resolve(methods.some((name) => name.toLowerCase() === 'event_store.client.streams.streams/batchappend'));
      });
    });
  }
}
