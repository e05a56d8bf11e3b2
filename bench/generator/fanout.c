/* Fan-out: a closed loop. A client says "go", the server broadcasts one message, and as soon as
   every client has it the next "go" is said; `window` broadcasts are under way at a time. */
#include "generator.h"

#include <stdlib.h>

#define MOST_BROADCASTS (1 << 22)
#define LONGEST_DRAIN (20 * SECOND)

static uint32_t *got;      /* by broadcast: how many clients have it */
static uint64_t *said;     /* by broadcast: when it was asked for */
static long asked, complete, odd;
static int asking, measuring;
static struct histogram latency;

static void go(void) {
    static const char text[] = "42[\"go\"]";
    said[asked] = now();
    say(&clients[asked % options.clients], text, sizeof text - 1);
    asked++;
}

static void delivered(struct client *c, long to) {
    long number = to - options.base - 1;
    (void)c;
    if (number < 0 || number >= asked) {
        odd++; /* nobody asked for it */
        return;
    }
    if (measuring) tally(&latency, moment - said[number]);
    if (++got[number] < (uint32_t)options.clients) return;
    complete++;
    if (asking && asked < MOST_BROADCASTS) go();
}

static void run_for(double seconds) {
    uint64_t until = now() + (uint64_t)(seconds * 1e9);
    while (moment < until && !counts.dead) pump();
}

void fanout(void) {
    int few = options.clients < 20 ? options.clients : 20;
    got = calloc(MOST_BROADCASTS, sizeof *got);
    said = calloc(MOST_BROADCASTS, sizeof *said);
    connect_all(0, few);
    long before_kb = resident_kb(options.pid);
    uint64_t began = now();
    connect_all(few, options.clients);
    double connecting = (double)(now() - began) / 1e9;
    long after_kb = resident_kb(options.pid);
    for (int i = 0; i < options.clients; i++) clients[i].have = options.base;
    run_for(0.3); /* what the hellos left to do */

    on_patch = delivered;
    asking = 1;
    if (!counts.dead)
        for (int i = 0; i < options.window; i++) go();
    run_for(options.warm);
    measuring = 1;
    uint64_t start = now(), idle_before = idle;
    double cpu = cpu_seconds(options.pid), own = own_seconds();
    long deliveries = counts.deliveries, bytes = counts.bytes;
    run_for(options.seconds);
    double wall = (double)(now() - start) / 1e9;
    cpu = cpu_seconds(options.pid) - cpu;
    own = own_seconds() - own;
    deliveries = counts.deliveries - deliveries;
    bytes = counts.bytes - bytes;
    double busy = 1 - (double)(idle - idle_before) / 1e9 / wall;
    asking = measuring = 0;
    uint64_t limit = now() + LONGEST_DRAIN;
    counts.last = now();
    while (complete < asked && !counts.dead && moment < limit && !gone_quiet()) pump();

    printf("{\"deliveries\":%ld,\"seconds\":%.4f,\"server_cpu\":%.3f,\"bytes\":%.1f,\"busy\":%.3f,\"share\":%.3f,",
           deliveries, wall, cpu, deliveries ? (double)bytes / (double)deliveries : 0, busy, own / wall);
    printf("\"sent\":%ld,\"complete\":%ld,\"lost\":%ld,\"odd\":%ld,", asked, complete,
           asked * options.clients - counts.deliveries + counts.doubled, odd);
    printf("\"latency_p50\":%.3f,\"latency_p95\":%.3f,\"latency_p99\":%.3f,", percentile_ms(&latency, 50),
           percentile_ms(&latency, 95), percentile_ms(&latency, 99));
    printf("\"connecting\":%.3f,\"kb_per_connection\":%.2f,", connecting,
           options.clients > few ? (double)(after_kb - before_kb) / (options.clients - few) : -1.0);
    print_common();
}
