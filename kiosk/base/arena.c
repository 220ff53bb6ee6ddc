#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { BLOCK_MIN_BYTES = 16 * 1024 };

struct block {
    struct block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    const char *name;
    size_t limit_bytes;
    size_t used_bytes;
    struct block *blocks; /* newest first */
};

static struct block *block_create(const char *name, size_t size)
{
    struct block *block = calloc(1, sizeof(*block) + size);
    if (block == NULL) {
        log_fatal("out of memory in arena %s", name);
    }
    block->size = size;
    return block;
}

static void block_destroy(struct block *block)
{
    explicit_bzero(block->bytes, block->used);
    free(block);
}

struct arena *arena_create(const char *name, size_t limit_bytes)
{
    struct arena *arena = calloc(1, sizeof(*arena));
    if (arena == NULL) {
        log_fatal("out of memory creating arena %s", name);
    }
    arena->name = name;
    arena->limit_bytes = limit_bytes;
    return arena;
}

void arena_destroy(struct arena *arena)
{
    if (arena == NULL) {
        return;
    }
    for (struct block *block = arena->blocks; block != NULL;) {
        struct block *next = block->next;
        block_destroy(block);
        block = next;
    }
    free(arena);
}

void arena_reset(struct arena *arena)
{
    struct block *block = arena->blocks;
    while (block != NULL && block->next != NULL) {
        struct block *next = block->next;
        block_destroy(block);
        block = next;
    }
    if (block != NULL) {
        explicit_bzero(block->bytes, block->used);
        block->used = 0;
    }
    arena->blocks = block;
    arena->used_bytes = 0;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > arena->limit_bytes || arena->used_bytes > arena->limit_bytes - size) {
        log_fatal("arena %s is over its limit of %zu bytes", arena->name, arena->limit_bytes);
    }
    const size_t rounded = size == 0 ? align : (size + align - 1) / align * align;
    struct block *block = arena->blocks;
    if (block == NULL || block->size - block->used < rounded) {
        const size_t want = rounded > BLOCK_MIN_BYTES ? rounded : BLOCK_MIN_BYTES;
        struct block *fresh = block_create(arena->name, want);
        fresh->next = block;
        arena->blocks = fresh;
        block = fresh;
    }
    void *memory = block->bytes + block->used;
    block->used += rounded;
    arena->used_bytes += rounded;
    return memory;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        log_fatal("arena %s: array too large", arena->name);
    }
    return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_alloc(arena, len + 1);
    memcpy(copy, text, len);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return text == NULL ? arena_strndup(arena, "", 0) : arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    const int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0) {
        log_fatal("arena %s: bad format", arena->name);
    }
    char *text = arena_alloc(arena, (size_t)len + 1);
    (void)vsnprintf(text, (size_t)len + 1, format, args);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    return arena->used_bytes;
}
