/// The way to the server: asked over REST, told over the live channel.
@NullMarked
package com.crmres.desktop.connection;

import org.jspecify.annotations.NullMarked;
