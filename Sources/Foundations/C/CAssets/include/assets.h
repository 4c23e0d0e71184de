#ifndef LIANXIN_ASSETS_H
#define LIANXIN_ASSETS_H

/* Files that the program carries, gzipped by bin/set-up. */
typedef struct {
  const char *name;
  const unsigned char *bytes;
  unsigned long count;
} lianxin_asset_entry;

int lianxin_asset_count(void);

/* The entry at an index below the count; beyond it an entry of nothing. */
lianxin_asset_entry lianxin_asset(int index);

#endif
