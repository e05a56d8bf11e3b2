/* A join storm: everybody asks to take part at once, connects and says hello. */
#include "generator.h"

#define MOST_SECONDS 60

void join(void) {
    struct histogram times = {.count = 0};
    double cpu = cpu_seconds(options.pid);
    long before_kb = resident_kb(options.pid);
    uint64_t start = now(), limit = start + MOST_SECONDS * SECOND;
    for (int i = 0; i < options.clients; i++) join_client(&clients[i]);
    int ready = 0;
    while (ready < options.clients && !counts.dead && moment < limit) {
        pump();
        while (ready < options.clients && clients[ready].stage == READY) ready++;
    }
    double all = (double)(now() - start) / 1e9;
    cpu = cpu_seconds(options.pid) - cpu;
    long after_kb = resident_kb(options.pid);
    counts.last = now();
    while (!counts.dead && moment < limit && !gone_quiet()) pump();
    int finished = !counts.dead && moment < limit;
    for (int i = 0; i < options.clients; i++)
        if (clients[i].ready) tally(&times, clients[i].ready - start);
    printf("{\"ready\":%ld,\"seconds\":%.3f,\"server_cpu\":%.3f,\"p50\":%.1f,\"p99\":%.1f,", (long)times.count, all,
           cpu, percentile_ms(&times, 50), percentile_ms(&times, 99));
    printf("\"finished\":%s,\"cookie\":\"%s\",", finished ? "true" : "false", clients[0].cookie ? clients[0].cookie : "");
    printf("\"patches\":%ld,\"kb_per_connection\":%.2f,", counts.deliveries,
           (double)(after_kb - before_kb) / options.clients);
    print_common();
}
