/* generator mode=fanout|votes|join port=… clients=… (options.c has them all) */
#include "generator.h"

#include <stdlib.h>
#include <string.h>

#define QUIET (2 * SECOND)
#define QUIET_CPU 0.06 /* seconds of the server's in that time; pings take some */

static long furthest(void) {
    long most = 0;
    for (int i = 0; i < options.clients; i++)
        if (clients[i].have > most) most = clients[i].have;
    return most;
}

int all_current(void) {
    long most = furthest();
    for (int i = 0; i < options.clients; i++)
        if (clients[i].have != most) return 0;
    return 1;
}

/* Whether nothing came for a while, and not because the server has so much to do. */
int gone_quiet(void) {
    static uint64_t since;
    static double cpu;
    if (since != counts.last) {
        since = counts.last;
        cpu = cpu_seconds(options.pid);
    }
    if (moment < since + QUIET) return 0;
    if (cpu_seconds(options.pid) - cpu < QUIET_CPU) return 1;
    counts.last = moment;
    return 0;
}

/* The end of the JSON object: what every mode counts. */
void print_common(void) {
    long most = furthest(), behind = 0;
    for (int i = 0; i < options.clients; i++) behind += clients[i].have != most;
    for (char *at = dead_because; *at; at++)
        if (*at == '"' || *at == '\\' || (unsigned char)*at < 32) *at = '\'';
    printf("\"clients\":%d,\"head\":%ld,\"behind\":%ld,\"doubled\":%ld,\"disordered\":%ld,\"again\":%ld,", options.clients,
           most, behind, counts.doubled, counts.disordered, counts.again);
    printf("\"dead\":%ld,\"dead_because\":\"%s\"}\n", counts.dead, dead_because);
}

int main(int argc, char **argv) {
    const struct { const char *mode; void (*run)(void); } modes[] = {
        {"fanout", fanout}, {"votes", votes}, {"join", join},
    };
    read_options(argc, argv);
    if (*options.journal && !(journal = fopen(options.journal, "w"))) return perror(options.journal), 2;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (!strcmp(options.mode, modes[i].mode)) {
            prepare_clients();
            modes[i].run();
            return 0;
        }
    fprintf(stderr, "generator: mode is fanout, votes or join\n");
    return 2;
}
