/* The load generator: many phones in one process on one core, busy-polling.

   It speaks RFC 6455 (the client's side), Engine.IO 4 and Socket.IO 5, hand-written, and counts:
   what was sent, acknowledged, delivered, lost, doubled and out of order. Times are nanoseconds
   of CLOCK_MONOTONIC unless a name says otherwise. One JSON object comes out at the end. */
#ifndef GENERATOR_H
#define GENERATOR_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define SECOND 1000000000ull
#define MOST_CLIENTS 16000
#define MOST_COMMANDS 16 /* in one `do`, as the protocol says */

/* histogram.c: logarithmic, 64 steps in each doubling, so within 1.6 % */
#define BUCKETS (64 * 40)
struct histogram { uint64_t of[BUCKETS], count; };
void tally(struct histogram *h, uint64_t value);
double percentile_ms(const struct histogram *h, double percent); /* -1 when empty */

/* options.c: key=value on the command line */
struct options {
    const char *mode;    /* fanout, votes or join */
    const char *speak;   /* socketio, or ws: bare frames */
    const char *people;  /* file with a cookie a line; "" when there is no hello to say */
    const char *code;    /* join code of the workshop */
    const char *round, *theme;
    const char *journal; /* file for what the first client saw */
    int port, pid, clients, window, handshakes;
    long base;                          /* position of a client that said no hello */
    double warm, seconds, drain, rate;  /* seconds; rate: votes a second of each client */
};
extern struct options options;
void read_options(int argc, char **argv);

/* client.c: connections and what comes in over them */
enum stage { AWAY, JOINING, UPGRADING, OPENING, CONNECTING, GREETING, READY, DEAD };
struct client {
    int fd, number, again;   /* again: times it had to say hello once more */
    enum stage stage;
    uint32_t mask;
    unsigned asked, hello;   /* number of the last event sent, and of the hello */
    char *cookie, *rest;     /* rest: the begin of a frame that is not whole yet */
    size_t held, room;
    long have, mine;         /* position of the view and of one's own things */
    long *early;             /* from, to of patches that came before the welcome */
    int earlier;
    uint64_t digest, began, ready;
    long made, sent, answered; /* votes */
};
extern struct client *clients;
extern struct counts {
    long deliveries, bytes, own, doubled, disordered, dead, again;
    uint64_t last; /* when something other than a ping came in */
} counts;
extern char dead_because[200];
void prepare_clients(void);
void say(struct client *c, const char *text, size_t length);
void greet(struct client *c, long have);
void close_client(struct client *c, const char *why);
void connect_client(struct client *c);
void join_client(struct client *c);
int connect_all(int from, int to); /* 0 when one of them could not come in */
int pump(void);                    /* handle what there is; the number of sockets that had something */
extern uint64_t moment, idle;      /* the time at the last pump; how long there was nothing to do */
uint64_t now(void);

/* socketio.c: the text of a frame */
void understand(struct client *c, char *text, size_t length);
long number_after(const char *text, size_t length, const char *key); /* -1 when it is not there */
extern void (*on_patch)(struct client *c, long to);
extern void (*on_answer)(struct client *c, const char *text, size_t length);
extern FILE *journal;

/* server.c: what the system says of the server process */
double cpu_seconds(int pid);
double own_seconds(void);
long resident_kb(int pid);

/* one file each: the three things that are done */
void fanout(void);
void votes(void);
void join(void);
int all_current(void);  /* whether every client is as far as the furthest */
int gone_quiet(void);
void print_common(void);
#endif
