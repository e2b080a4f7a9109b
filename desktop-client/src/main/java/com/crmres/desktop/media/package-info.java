/// Files of messages on this machine: fetched, shown, saved, chosen for sending.
@NullMarked
package com.crmres.desktop.media;

import org.jspecify.annotations.NullMarked;
