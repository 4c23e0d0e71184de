#pragma once
#include <stddef.h>

/// A profile that the program carries: its name under `Profiles/`, without `.yaml`, and its text.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t length;
} lianxin_profile;

/// The profile with this index; index from 0 to `lianxin_profile_count() - 1`.
lianxin_profile lianxin_profile_at(size_t index);
size_t lianxin_profile_count(void);
