#include "generator.h"

#include <stdlib.h>
#include <string.h>

struct options options = {
    .mode = "", .speak = "socketio", .people = "", .code = "", .round = "", .theme = "",
    .journal = "", .port = 0, .pid = 0, .clients = 50, .window = 3, .handshakes = 32,
    .base = 0, .warm = 0.5, .seconds = 2, .drain = 10, .rate = 1,
};

static int take(const char *key, const char *value) {
    const struct { const char *key; const char **at; } texts[] = {
        {"mode", &options.mode}, {"speak", &options.speak}, {"people", &options.people},
        {"code", &options.code}, {"round", &options.round}, {"theme", &options.theme},
        {"journal", &options.journal},
    };
    const struct { const char *key; int *at; } wholes[] = {
        {"port", &options.port}, {"pid", &options.pid}, {"clients", &options.clients},
        {"window", &options.window}, {"handshakes", &options.handshakes},
    };
    const struct { const char *key; double *at; } reals[] = {
        {"warm", &options.warm}, {"seconds", &options.seconds}, {"drain", &options.drain},
        {"rate", &options.rate},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!strcmp(key, texts[i].key)) return *texts[i].at = value, 1;
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        if (!strcmp(key, wholes[i].key)) return *wholes[i].at = atoi(value), 1;
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++)
        if (!strcmp(key, reals[i].key)) return *reals[i].at = atof(value), 1;
    if (!strcmp(key, "base")) return options.base = atol(value), 1;
    return 0;
}

void read_options(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        char *is = strchr(argv[i], '=');
        if (is) *is = 0;
        if (!is || !take(argv[i], is + 1)) {
            fprintf(stderr, "generator: what is %s?\n", argv[i]);
            exit(2);
        }
    }
    if (options.clients < 1 || options.clients > MOST_CLIENTS) {
        fprintf(stderr, "generator: clients is from 1 to %d\n", MOST_CLIENTS);
        exit(2);
    }
}
