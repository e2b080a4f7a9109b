/// What an open screen hears over the websocket.
@NullMarked
package com.crmres.common.live;

import org.jspecify.annotations.NullMarked;
