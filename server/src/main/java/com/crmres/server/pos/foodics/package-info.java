/// Tills of Foodics, by the shape of its public API v5.
@NullMarked
package com.crmres.server.pos.foodics;

import org.jspecify.annotations.NullMarked;
