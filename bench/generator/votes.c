/* Votes: an open loop. Every client votes `rate` times a second at moments of its own, whatever
   the server does; a vote that is due while another is under way waits and goes along in the next
   `do`. Latencies count from the moment a vote was due, so waiting is in them. */
#include "generator.h"

#include <stdlib.h>
#include <string.h>

struct vote { uint64_t due; int client, counted; };
struct arrival { uint64_t at; long to; int client; };

static struct vote *by_seq;       /* the vote that made a change, by its number in the log */
static long seqs;
static struct arrival *arrivals;
static long arrived, arrivals_room;
static uint64_t start, from, until, period, *offset;
static int *order;                /* the clients by their moment in the period */
static long each, acked, refused, malformed, counted_acks;
static uint32_t mark;             /* in every id, so that no two runs share one */
static char refusal[64];
static struct histogram ack, stale, late;

static uint64_t due(int client, long vote) {
    return start + offset[client] + (uint64_t)vote * period;
}

/* Send what is due and not sent, one `do` at a time. A vote puts a dot, the next takes it back. */
static void flush(struct client *c) {
    char text[4096];
    long ready = c->made - c->sent;
    if (c->sent > c->answered || !ready) return;
    if (ready > MOST_COMMANDS) ready = MOST_COMMANDS;
    int at = snprintf(text, sizeof text, "42%u[\"do\",[", ++c->asked);
    for (long vote = c->sent; vote < c->sent + ready; vote++)
        at += snprintf(text + at, sizeof text - (size_t)at,
                       "%s{\"id\":\"%08x%06x%08lx\",\"kind\":\"dots.set\",\"data\":{\"round\":\"%s\",\"theme\":\"%s\",\"dots\":%d}}",
                       vote > c->sent ? "," : "", mark, (unsigned)c->number, vote, options.round, options.theme,
                       vote % 2 ? 0 : 1);
    c->sent += ready;
    say(c, text, (size_t)at + (size_t)snprintf(text + at, sizeof text - (size_t)at, "]]"));
}

static void remember(struct client *c, long vote, long seq) {
    if (seq >= seqs) {
        long more = seq * 2 + 4096;
        by_seq = realloc(by_seq, (size_t)more * sizeof *by_seq);
        for (; seqs < more; seqs++) by_seq[seqs] = (struct vote){.client = -1};
    }
    uint64_t when = due(c->number, vote);
    int counts_too = when >= from && when < until;
    by_seq[seq] = (struct vote){when, c->number, counts_too};
    if (counts_too) tally(&ack, moment > when ? moment - when : 0);
    if (moment >= from && moment < until) counted_acks++;
}

static void outcomes(struct client *c, const char *text, size_t length) {
    const char *end = text + length;
    while (c->answered < c->sent) {
        const char *ok = memmem(text, (size_t)(end - text), "\"ok\":", 5);
        if (!ok) break;
        text = ok + 5;
        if (*text == 't') {
            acked++;
            remember(c, c->answered, number_after(text, (size_t)(end - text), "\"seq\":"));
        } else {
            const char *code = memmem(text, (size_t)(end - text), "\"code\":\"", 8);
            refused++;
            if (code && !*refusal) snprintf(refusal, sizeof refusal, "%.*s", (int)strcspn(code + 8, "\""), code + 8);
        }
        c->answered++;
    }
    if (c->answered < c->sent) malformed += c->sent - c->answered, c->answered = c->sent;
    flush(c);
}

static void seen(struct client *c, long to) {
    if (arrived == arrivals_room) {
        arrivals_room = arrivals_room * 2 + (1 << 20);
        arrivals = realloc(arrivals, (size_t)arrivals_room * sizeof *arrivals);
    }
    arrivals[arrived++] = (struct arrival){moment, to, c->number};
}

/* For every other client: from when a vote was due until the first patch that covers it. */
static void staleness(const long *first) {
    long *have = malloc((size_t)options.clients * sizeof *have);
    memcpy(have, first, (size_t)options.clients * sizeof *have);
    for (long i = 0; i < arrived; i++) {
        struct arrival a = arrivals[i];
        for (long seq = have[a.client] + 1; seq <= a.to && seq < seqs; seq++) {
            struct vote v = by_seq[seq];
            if (v.client >= 0 && v.client != a.client && v.counted) tally(&stale, a.at > v.due ? a.at - v.due : 0);
        }
        have[a.client] = a.to;
    }
    free(have);
}

static int by_moment(const void *one, const void *other) {
    uint64_t a = offset[*(const int *)one], b = offset[*(const int *)other];
    return a < b ? -1 : a > b;
}

static void plan(void) {
    unsigned seed = mark = (uint32_t)now();
    period = (uint64_t)(1e9 / options.rate);
    offset = malloc((size_t)options.clients * sizeof *offset);
    order = malloc((size_t)options.clients * sizeof *order);
    for (int i = 0; i < options.clients; i++) {
        order[i] = i;
        offset[i] = (uint64_t)((double)rand_r(&seed) / ((double)RAND_MAX + 1) * (double)period);
    }
    qsort(order, (size_t)options.clients, sizeof *order, by_moment);
    each = (long)((options.warm + options.seconds) * options.rate) | 1; /* odd: all end with a dot */
    start = now() + SECOND / 10;
    from = start + (uint64_t)(options.warm * 1e9);
    until = from + (uint64_t)(options.seconds * 1e9);
}

static void vote_all(double *cpu, double *busy, double *share) {
    uint64_t idle_before = 0;
    long next = 0, all = each * options.clients;
    double cpu_before = -1, own = 0;
    *cpu = *busy = *share = -1;
    while ((next < all || *cpu < 0) && !counts.dead) {
        for (; next < all; next++) {
            int client = order[next % options.clients];
            uint64_t when = due(client, next / options.clients);
            if (when > moment) break;
            if (when >= from && when < until) tally(&late, now() - when);
            clients[client].made++;
            flush(&clients[client]);
        }
        pump();
        if (cpu_before < 0 && moment >= from)
            cpu_before = cpu_seconds(options.pid), own = own_seconds(), idle_before = idle;
        if (*cpu < 0 && moment >= until) {
            *cpu = cpu_seconds(options.pid) - cpu_before;
            *share = (own_seconds() - own) / options.seconds;
            *busy = 1 - (double)(idle - idle_before) / 1e9 / options.seconds;
        }
    }
}

/* Wait until all is answered and everybody is as far as the furthest. */
static int settle(void) {
    uint64_t limit = now() + (uint64_t)(options.drain * 1e9);
    long all = each * options.clients;
    counts.last = now();
    while (!counts.dead && moment < limit && !gone_quiet()) {
        pump();
        if (acked + refused + malformed == all && moment > counts.last + SECOND / 2 && all_current()) break;
    }
    return moment < limit;
}

void votes(void) {
    int few = options.clients < 20 ? options.clients : 20;
    double cpu, busy, share;
    connect_all(0, few);
    long before_kb = resident_kb(options.pid);
    connect_all(few, options.clients);
    long after_kb = resident_kb(options.pid);
    for (uint64_t rest = now() + SECOND / 2; moment < rest;) pump();
    on_patch = seen;
    on_answer = outcomes;
    long *first = malloc((size_t)options.clients * sizeof *first);
    for (int i = 0; i < options.clients; i++) first[i] = clients[i].have;
    plan();
    long deliveries = counts.deliveries;
    vote_all(&cpu, &busy, &share);
    int finished = settle();
    deliveries = counts.deliveries - deliveries;
    staleness(first);

    long made = each * options.clients, others = 0;
    uint64_t mark_of_most = 0;
    for (int i = 0; i < options.clients; i++) {
        if (clients[i].again) continue; /* it has what it has from another view */
        if (!mark_of_most) mark_of_most = clients[i].digest;
        others += clients[i].digest != mark_of_most;
    }
    printf("{\"sent\":%ld,\"acked\":%ld,\"refused\":%ld,\"refusal\":\"%s\",\"unanswered\":%ld,\"finished\":%s,", made,
           acked, refused, refusal, made - acked - refused, finished ? "true" : "false");
    printf("\"each\":%ld,\"acked_per_s\":%.1f,\"counted\":%ld,\"pairs\":%ld,", each,
           (double)counted_acks / options.seconds, (long)ack.count, (long)stale.count);
    printf("\"ack_p50\":%.3f,\"ack_p95\":%.3f,\"ack_p99\":%.3f,", percentile_ms(&ack, 50), percentile_ms(&ack, 95),
           percentile_ms(&ack, 99));
    printf("\"stale_p50\":%.3f,\"stale_p95\":%.3f,\"stale_p99\":%.3f,", percentile_ms(&stale, 50),
           percentile_ms(&stale, 95), percentile_ms(&stale, 99));
    printf("\"late_p99\":%.3f,\"server_cpu\":%.3f,\"seconds\":%.3f,\"busy\":%.3f,\"share\":%.3f,",
           percentile_ms(&late, 99), cpu, options.seconds, busy, share);
    printf("\"patches\":%ld,\"own\":%ld,\"other_views\":%ld,\"kb_per_connection\":%.2f,", deliveries, counts.own,
           others, options.clients > few ? (double)(after_kb - before_kb) / (options.clients - few) : -1.0);
    print_common();
}
