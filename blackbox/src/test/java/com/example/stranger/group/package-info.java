/** All models together, and options. */
package com.example.stranger.group;
