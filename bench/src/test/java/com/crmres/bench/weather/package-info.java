/// The worst weather, in every build.
@NullMarked
package com.crmres.bench.weather;

import org.jspecify.annotations.NullMarked;
