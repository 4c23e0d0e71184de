#include "profiles.h"

static const unsigned char national[] = {
#embed "../../../../Profiles/base/national.yaml"
};
static const unsigned char bureaus[] = {
#embed "../../../../Profiles/base/bureaus.yaml"
};
static const unsigned char yunxi[] = {
#embed "../../../../Profiles/yunxi.yaml"
};

static const lianxin_profile profiles[] = {
  {"base/national", national, sizeof national},
  {"base/bureaus", bureaus, sizeof bureaus},
  {"yunxi", yunxi, sizeof yunxi},
};

lianxin_profile lianxin_profile_at(size_t index) { return profiles[index]; }
size_t lianxin_profile_count(void) { return sizeof profiles / sizeof profiles[0]; }
