#include "include/assets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

/* To carry another file: its bytes here, and its line in the table below. */
static const unsigned char htmx[] = {
#embed "vendor/htmx.min.js.gz"
};
static const unsigned char line_js[] = {
#embed "vendor/line.js.gz"
};
static const unsigned char bootstrap_css[] = {
#embed "vendor/bootstrap.min.css.gz"
};
static const unsigned char bootstrap_js[] = {
#embed "vendor/bootstrap.bundle.min.js.gz"
};
static const unsigned char chart_js[] = {
#embed "vendor/chart.js.gz"
};
static const unsigned char leaflet_js[] = {
#embed "vendor/leaflet.js.gz"
};
static const unsigned char leaflet_css[] = {
#embed "vendor/leaflet.css.gz"
};
static const unsigned char own_css[] = {
#embed "vendor/own.css.gz"
};
static const unsigned char own_js[] = {
#embed "vendor/own.js.gz"
};
static const unsigned char mark_svg[] = {
#embed "vendor/mark.svg.gz"
};

static const lianxin_asset_entry entries[] = {
    {"htmx.min.js", htmx, sizeof htmx},
    {"line.js", line_js, sizeof line_js},
    {"bootstrap.min.css", bootstrap_css, sizeof bootstrap_css},
    {"bootstrap.bundle.min.js", bootstrap_js, sizeof bootstrap_js},
    {"chart.js", chart_js, sizeof chart_js},
    {"leaflet.js", leaflet_js, sizeof leaflet_js},
    {"leaflet.css", leaflet_css, sizeof leaflet_css},
    {"own.css", own_css, sizeof own_css},
    {"own.js", own_js, sizeof own_js},
    {"mark.svg", mark_svg, sizeof mark_svg},
};

int lianxin_asset_count(void) { return sizeof entries / sizeof entries[0]; }

lianxin_asset_entry lianxin_asset(int index) {
  lianxin_asset_entry nothing = {0, 0, 0};
  return index >= 0 && index < lianxin_asset_count() ? entries[index] : nothing;
}
