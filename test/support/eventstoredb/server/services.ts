import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import gossipServices from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import {
  status,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { append, batchAppend } from './append-calls.js';
import { pb, shared, textOf } from './messages.js';
import type { Member } from './member.js';
import { read } from './read-calls.js';

const { LEADER: leaderState, FOLLOWER: followerState } = gossip.MemberInfo.VNodeState;

function deleted(node: Member, forEver: boolean) {
  return (
    call: ServerUnaryCall<DeleteReq | TombstoneReq, DeleteResp>,
    answer: sendUnaryData<DeleteResp | TombstoneResp>,
  ): void => {
    const refused = node.refusal(call.metadata);
    if (refused) return answer(refused);
    node.cluster.log.delete(textOf(call.request.getOptions()!.getStreamIdentifier()!.getStreamName_asU8()), forEver);
    answer(null, forEver ? new pb.TombstoneResp() : new pb.DeleteResp());
  };
}

/** State of every member, as any of them tells it. */
function members({ cluster }: Member) {
  return (_call: unknown, answer: sendUnaryData<unknown>): void => {
    if (cluster.faults.silent) return;
    const info = new gossip.ClusterInfo();
    for (const node of cluster.nodes) {
      const place = new gossip.EndPoint();
      place.setAddress('127.0.0.1');
      place.setPort(node.port);
      const id = new shared.UUID();
      id.setString(`00000000-0000-4000-8000-00000000000${node.index}`);
      const member = new gossip.MemberInfo();
      member.setInstanceId(id);
      member.setTimeStamp('0');
      member.setState(node.isLeader ? leaderState : followerState);
      member.setIsAlive(true);
      member.setHttpEndPoint(place);
      info.addMembers(member);
    }
    answer(null, info);
  };
}

function supported({ cluster }: Member) {
  return (_call: unknown, answer: sendUnaryData<unknown>): void => {
    if (cluster.faults.silent) return;
    const methods = new features.SupportedMethods();
    methods.setEventStoreServerVersion('24.2.0.0');
    for (const name of ['read', 'append', 'delete', 'tombstone', ...(cluster.batchAppend ? ['batchappend'] : [])]) {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      methods.addMethods(method);
    }
    answer(null, methods);
  };
}

const notHere = (_call: unknown, answer: sendUnaryData<unknown>): void =>
  answer({ code: status.UNIMPLEMENTED, details: 'not here' });

/** What a node serves. Answers to reads are handed over as bytes, made once for each event. */
export function servicesOf(node: Member): readonly (readonly [ServiceDefinition, UntypedServiceImplementation])[] {
  const streams = streamServices.StreamsService as unknown as ServiceDefinition;
  const asBytes = { ...streams, read: { ...streams['read']!, responseSerialize: (bytes: Buffer) => bytes } };
  const calls = {
    read: read(node),
    append: append(node),
    batchAppend: batchAppend(node),
    delete: deleted(node, false),
    tombstone: deleted(node, true),
  };
  return [
    [asBytes, calls],
    [gossipServices.GossipService, { read: members(node) }],
    [
      featureServices.ServerFeaturesService,
      { getSupportedMethods: node.cluster.batchAppend ? supported(node) : notHere },
    ],
  ];
}
