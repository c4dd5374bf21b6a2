import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { send } from './client';

/** The types of events, in the order in which they are offered. */
export const EVENTS = ['release.created', 'channel.moved', 'findings.added', 'comment.added', 'comment.resolved', 'comment.reopened',
  'comment.deleted'] as const;

export type EventType = (typeof EVENTS)[number];

export interface Webhook {
  id: string;
  url: string;
  description: string;
  /** All types if empty. */
  events: EventType[];
  enabled: boolean;
  disabledReason?: 'manual' | 'gone' | 'failing' | null;
  failingSince?: string | null;
}

/** A webhook with its new secret, which is shown once. */
export interface WebhookWithSecret extends Webhook {
  secret: string;
}

export interface Delivery {
  id: string;
  event: EventType | 'webhook.test';
  createdAt: string;
  status: 'pending' | 'delivered' | 'failed';
  attempts: number;
  nextAttemptAt?: string | null;
  durationMillis?: number | null;
  responseStatus?: number | null;
  responseExcerpt?: string | null;
  error?: 'unknown-host' | 'address-not-allowed' | 'connection-failed' | 'tls-failed' | 'timeout' | 'invalid-response' | null;
}

export type WebhookRequest = Pick<Webhook, 'url' | 'description' | 'events' | 'enabled'>;

/** How often the log is read while it is open. */
const LOG_PERIOD = 2000;

const webhooks = (catalog: string) => ['webhooks', catalog];
const deliveries = (catalog: string, id: string) => ['webhooks', catalog, id, 'deliveries'];

/** The webhooks of a catalog. Needs the permission `manage`. */
export function useWebhooks(catalog: string, enabled: boolean) {
  return useQuery({
    queryKey: webhooks(catalog),
    queryFn: async ({ signal }) => (await send<{ webhooks: Webhook[] }>('GET', catalogPath(catalog, 'webhooks'), { signal })).body.webhooks,
    enabled,
  });
}

/** Creates a webhook, or changes one. Only a new one has a secret. */
export function useSaveWebhook(catalog: string, id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: WebhookRequest) => (id === undefined
      ? await send<Webhook | WebhookWithSecret>('POST', catalogPath(catalog, 'webhooks'), { body: request })
      : await send<Webhook>('PATCH', catalogPath(catalog, 'webhooks', id), { body: request })).body,
    onSuccess: () => client.invalidateQueries({ queryKey: webhooks(catalog) }),
  });
}

export function useDeleteWebhook(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>('DELETE', catalogPath(catalog, 'webhooks', id)),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooks(catalog) }),
  });
}

export function useRotateSecret(catalog: string) {
  return useMutation({
    mutationFn: async (id: string) => (await send<WebhookWithSecret>('POST', catalogPath(catalog, 'webhooks', id, 'secret'))).body,
  });
}

export function useTestWebhook(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<Delivery>('POST', catalogPath(catalog, 'webhooks', id, 'test')),
    onSuccess: (_, id) => client.invalidateQueries({ queryKey: deliveries(catalog, id) }),
  });
}

/** The latest deliveries, read again while the log is open. */
export function useDeliveries(catalog: string, id: string) {
  return useQuery({
    queryKey: deliveries(catalog, id),
    queryFn: async ({ signal }) => (await send<{ deliveries: Delivery[] }>('GET', catalogPath(catalog, 'webhooks', id, 'deliveries'),
      { signal })).body.deliveries,
    refetchInterval: LOG_PERIOD,
  });
}

export function useReplay(catalog: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (delivery: string) => send<Delivery>('POST', catalogPath(catalog, 'webhooks', id, 'deliveries', delivery, 'replay')),
    onSuccess: () => client.invalidateQueries({ queryKey: deliveries(catalog, id) }),
  });
}
