#include "generator.h"

static int bucket(uint64_t value) {
    if (value < 64) return (int)value;
    int doubling = 63 - __builtin_clzll(value) - 6;
    int at = (doubling + 1) * 64 + (int)((value >> doubling) & 63);
    return at < BUCKETS ? at : BUCKETS - 1;
}

static uint64_t middle(int at) {
    if (at < 64) return (uint64_t)at;
    int doubling = at / 64 - 1;
    uint64_t low = (uint64_t)(64 + at % 64) << doubling;
    return low + ((1ull << doubling) >> 1);
}

void tally(struct histogram *h, uint64_t value) {
    h->of[bucket(value)]++;
    h->count++;
}

double percentile_ms(const struct histogram *h, double percent) {
    if (!h->count) return -1;
    uint64_t wanted = (uint64_t)((double)h->count * percent / 100.0), seen = 0;
    if (wanted >= h->count) wanted = h->count - 1;
    for (int at = 0; at < BUCKETS; at++) {
        seen += h->of[at];
        if (seen > wanted) return (double)middle(at) / 1e6;
    }
    return -1;
}
